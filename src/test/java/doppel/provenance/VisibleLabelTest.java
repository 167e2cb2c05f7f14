package doppel.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleLabelTest {

    @ParameterizedTest
    @CsvSource({"256, 256", "640, 360", "1080, 1920", "1920, 1080", "384, 64", "64, 400", "16, 16"})
    void theLabelChangesTheBottomRightCornerAndNothingElse(int width, int height) {
        var changed = changed(gray(width, height, 128), Marks.swap());
        assertTrue(changed.area() > 0);
        assertTrue(changed.x() >= 0, changed.toString());
        assertTrue(changed.right() > 0.95 * width && changed.right() <= width, changed.toString());
        assertTrue(changed.bottom() > 0.9 * height && changed.bottom() <= height, changed.toString());
        assertTrue(changed.y() > 0.6 * height, changed.toString());
    }

    @Test
    void theMiddleOfAFrameStaysAsItWas() {
        var frame = gray(256, 256, 90);
        var changed = changed(frame, Marks.swap());
        assertTrue(changed.y() > 220, changed.toString());
    }

    /** Letters are white, their ground is dark, whatever lies beneath. */
    @ParameterizedTest
    @CsvSource({"0", "128", "255"})
    void lettersStandOutOnAnyGround(int ground) {
        var labeled = VisibleLabel.of(Marks.swap(), 256, 256).draw(gray(256, 256, ground));
        int darkest = 255;
        int lightest = 0;
        for (int x = 56; x < 244; x++) {
            for (int y = 236; y < 246; y++) {
                darkest = Math.min(darkest, labeled.getRGB(x, y) & 255);
                lightest = Math.max(lightest, labeled.getRGB(x, y) & 255);
            }
        }
        assertTrue(lightest > 230, "lightest " + lightest);
        assertTrue(lightest - darkest > 130, "from " + darkest + " to " + lightest);
    }

    @Test
    void lettersAreNinePixelsHighAtLeastWhereThePictureIsWideEnough() {
        var labeled = VisibleLabel.of(new Marks("HHHHH", SourceType.DIGITAL_CREATION), 200, 120)
                .draw(gray(200, 120, 0));
        int rows = 0;
        for (int y = 0; y < 120; y++) {
            var bright = false;
            for (int x = 0; x < 200; x++) {
                bright |= (labeled.getRGB(x, y) & 255) > 128;
            }
            rows += bright ? 1 : 0;
        }
        assertTrue(rows >= 9 && rows <= 13, "rows of a capital: " + rows);
    }

    @Test
    void thePictureItselfIsLeftAsItWas() {
        var picture = gray(256, 256, 128);
        VisibleLabel.of(Marks.swap(), 256, 256).draw(picture);
        assertEquals(new Box(0, 0, 0, 0), difference(picture, gray(256, 256, 128)));
    }

    @Test
    void aPictureOfAnotherSizeIsRefusedWithBothSizes() {
        var label = VisibleLabel.of(Marks.swap(), 256, 256);
        var fault = assertThrows(IllegalArgumentException.class, () -> label.draw(gray(64, 48, 0)));
        assertTrue(fault.getMessage().contains("256 x 256"), fault.getMessage());
        assertTrue(fault.getMessage().contains("64 x 48"), fault.getMessage());
    }

    @Test
    void aLabelThatCannotBeDrawnIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Marks("caf\u00e9 swap", SourceType.DIGITAL_CREATION));
        assertThrows(IllegalArgumentException.class, () -> new Marks("   ", SourceType.DIGITAL_CREATION));
    }

    private static Box changed(BufferedImage picture, Marks marks) {
        var label = VisibleLabel.of(marks, picture.getWidth(), picture.getHeight());
        return difference(picture, label.draw(picture));
    }

    private static Box difference(BufferedImage one, BufferedImage other) {
        int left = one.getWidth();
        int top = one.getHeight();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right == 0 ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }

    private static BufferedImage gray(int width, int height, int value) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(value, value, value));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }
}
