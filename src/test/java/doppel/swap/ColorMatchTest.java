package doppel.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ColorMatchTest {

    private static final int SIZE = 32;
    private static final Mask ALL = Mask.filled(SIZE, SIZE, 1);

    @Test
    void defect20_theSwapTakesTheColorsOfTheFrame() {
        var face = picture((x, y) -> gray(60 + x));
        var reference = picture((x, y) -> new Color(180 + y / 2, 120 + y / 2, 90 + y / 2).getRGB());
        var matched = ColorMatch.MEAN_AND_SPREAD.apply(face, reference, ALL);
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(mean(reference, channel), mean(matched, channel), 1.5);
        }
    }

    @Test
    void theMeanAloneKeepsTheContrast() {
        var face = picture((x, y) -> gray(100 + x));
        var reference = picture((x, y) -> gray(160 + x / 8));
        var matched = ColorMatch.MEAN.apply(face, reference, ALL);
        var contrast =
                matched.getRaster().getSample(31, 5, 0) - matched.getRaster().getSample(0, 5, 0);
        assertEquals(31, contrast, 3);
        assertEquals(mean(reference, 1), mean(matched, 1), 1.5);
    }

    @Test
    void aSpreadIsAtMostDoubled() {
        var flat = picture((x, y) -> gray(120 + x % 2));
        var wild = picture((x, y) -> gray(x % 2 * 255));
        var matched = ColorMatch.MEAN_AND_SPREAD.apply(flat, wild, ALL);
        var contrast =
                matched.getRaster().getSample(1, 5, 0) - matched.getRaster().getSample(0, 5, 0);
        assertTrue(Math.abs(contrast) <= 4, "got " + contrast);
    }

    /** Pixels outside of the mask must not count: a black background would pull the mean down. */
    @Test
    void onlyTheInsideOfTheMaskIsMeasured() {
        var face = picture((x, y) -> gray(x < 16 ? 100 : 0));
        var reference = picture((x, y) -> gray(x < 16 ? 140 : 255));
        var matched = ColorMatch.MEAN.apply(face, reference, leftHalf());
        assertEquals(140, matched.getRaster().getSample(5, 5, 0), 1.5);
    }

    @Test
    void noneAndAnEmptyMaskChangeNothing() {
        var face = picture((x, y) -> gray(100));
        var reference = picture((x, y) -> gray(200));
        assertSame(face, ColorMatch.NONE.apply(face, reference, ALL));
        assertSame(face, ColorMatch.MEAN.apply(face, reference, Mask.filled(SIZE, SIZE, 0)));
    }

    @Test
    void differentSizesAreRefusedWithAllOfThem() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> ColorMatch.MEAN.apply(picture((x, y) -> 0), picture((x, y) -> 0), Mask.filled(8, 9, 1)));
        assertTrue(refusal.getMessage().contains("32 x 32, 32 x 32 and 8 x 9"), refusal.getMessage());
    }

    private static Mask leftHalf() {
        var bytes = new byte[SIZE * SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % SIZE < 16 ? 255 : 0);
        }
        return new Mask(SIZE, SIZE, bytes);
    }

    private static BufferedImage picture(IntBinaryOperator color) {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                picture.setRGB(x, y, color.applyAsInt(x, y));
            }
        }
        return picture;
    }

    private static int gray(int value) {
        return value << 16 | value << 8 | value;
    }

    private static double mean(BufferedImage picture, int channel) {
        double sum = 0;
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                sum += picture.getRaster().getSample(x, y, channel);
            }
        }
        return sum / SIZE / SIZE;
    }
}
