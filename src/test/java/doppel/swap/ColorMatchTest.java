package doppel.swap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(names = {"MEAN_AND_SPREAD", "HISTOGRAM", "COVARIANCE"})
    void aSpreadIsAtMostDoubled(ColorMatch match) {
        var flat = picture((x, y) -> gray(120 + x % 2));
        var wild = picture((x, y) -> gray(x % 2 * 255));
        var matched = match.apply(flat, wild, ALL);
        var contrast =
                matched.getRaster().getSample(1, 5, 0) - matched.getRaster().getSample(0, 5, 0);
        assertTrue(Math.abs(contrast) <= 4, "got " + contrast);
    }

    /** Pixels outside of the mask must not count: a black background would pull the mean down. */
    @ParameterizedTest
    @EnumSource(names = {"MEAN", "MEAN_AND_SPREAD", "HISTOGRAM", "COVARIANCE", "SEAMLESS"})
    void onlyTheInsideOfTheMaskIsMeasured(ColorMatch match) {
        var face = picture((x, y) -> gray(x < 16 ? 100 : 0));
        var reference = picture((x, y) -> gray(x < 16 ? 140 : 255));
        var matched = match.apply(face, reference, leftHalf());
        assertEquals(140, matched.getRaster().getSample(5, 5, 0), 1.5);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyMaskChangesNothing(ColorMatch match) {
        var face = picture((x, y) -> gray(100));
        assertSame(face, match.apply(face, picture((x, y) -> gray(200)), Mask.filled(SIZE, SIZE, 0)));
    }

    @Test
    void noneChangesNothing() {
        var face = picture((x, y) -> gray(100));
        assertSame(face, ColorMatch.NONE.apply(face, picture((x, y) -> gray(200)), ALL));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFlatFaceBecomesAsLightAsTheFrame(ColorMatch match) {
        var matched = match.apply(picture((x, y) -> gray(90)), picture((x, y) -> gray(150)), ALL);
        assertEquals(150, mean(matched, 0), 1);
        assertEquals(150, mean(matched, 2), 1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFaceThatMatchesAlreadyStays(ColorMatch match) {
        var face = skin(7, 1);
        var matched = match.apply(face, face, round());
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertEquals(
                    face.getRaster().getSample(i % SIZE, i / SIZE, 1),
                    matched.getRaster().getSample(i % SIZE, i / SIZE, 1),
                    1);
        }
    }

    @Test
    void afterHistogramBothDistributionsAgree() {
        var face = skin(1, 1);
        var reference = skewed(2);
        var matched = ColorMatch.HISTOGRAM.apply(face, reference, round());
        for (int channel = 0; channel < 3; channel++) {
            var ours = sorted(LabPicture.of(matched), channel);
            var theirs = sorted(LabPicture.of(reference), channel);
            for (int share = 5; share < 100; share += 5) {
                var at = ours.length * share / 100;
                // pixels are whole numbers: a byte is up to 0.7 of a unit
                assertEquals(theirs[at], ours[at], 1.2, "at %d %% of channel %d".formatted(share, channel));
            }
        }
    }

    @Test
    void afterCovarianceTheWholeCloudAgrees() {
        var face = skin(3, 1);
        var reference = leaning(4);
        var to = ColorCloud.of(reference, round());
        var cloud = ColorCloud.of(ColorMatch.COVARIANCE.apply(face, reference, round()), round());
        assertArrayEquals(to.mean(), cloud.mean(), 0.2);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(to.covariance()[i][j], cloud.covariance()[i][j], 0.05 * to.spread(i) * to.spread(j) + 0.3);
            }
        }
    }

    /** What the spreads alone cannot do: brightness and yellow rise together in the reference, and not in the face. */
    @Test
    void theSpreadAloneDoesNotTurnTheCloud() {
        var face = skin(3, 1);
        var reference = leaning(4);
        var to = ColorCloud.of(reference, round());
        var cloud = ColorCloud.of(ColorMatch.MEAN_AND_SPREAD.apply(face, reference, round()), round());
        assertEquals(to.spread(2), cloud.spread(2), 0.3);
        assertTrue(
                Math.abs(to.covariance()[0][2] - cloud.covariance()[0][2]) > 0.3 * to.spread(0) * to.spread(2),
                "the clouds lean alike by chance: choose another seed");
    }

    @Test
    void seamlessIsTheFrameOnTheRimAndOutside() {
        var reference = skin(5, 1);
        var matched = ColorMatch.SEAMLESS.apply(picture((x, y) -> gray(30 + x)), reference, round());
        var inside = ColorCloud.inside(round());
        var pixels = Arrays.stream(inside).boxed().toList();
        for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
            var deep = pixels.containsAll(java.util.List.of(pixel, pixel - 1, pixel + 1, pixel - SIZE, pixel + SIZE));
            if (!deep) {
                assertEquals(reference.getRGB(pixel % SIZE, pixel / SIZE), matched.getRGB(pixel % SIZE, pixel / SIZE));
            }
        }
    }

    /** A slope is its own soap film: the face with a slope added is given back as it was. */
    @Test
    void seamlessTakesASlopeOfLightAway() {
        var face = picture((x, y) -> gray(80 + (int) (20 * Math.sin(x) * Math.cos(y))));
        var sloped = picture((x, y) -> gray(80 + (int) (20 * Math.sin(x) * Math.cos(y)) + x + 2 * y));
        var matched = ColorMatch.SEAMLESS.apply(face, sloped, round());
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertEquals(
                    sloped.getRaster().getSample(i % SIZE, i / SIZE, 0),
                    matched.getRaster().getSample(i % SIZE, i / SIZE, 0),
                    1);
        }
    }

    @Test
    void differentSizesAreRefusedWithAllOfThem() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> ColorMatch.MEAN.apply(picture((x, y) -> 0), picture((x, y) -> 0), Mask.filled(8, 9, 1)));
        assertTrue(refusal.getMessage().contains("32 x 32, 32 x 32 and 8 x 9"), refusal.getMessage());
    }

    private static Mask leftHalf() {
        return mask((x, y) -> x < 16 ? 255 : 0);
    }

    private static Mask round() {
        return mask((x, y) -> Math.hypot(x - 15.5, y - 15.5) < 13 ? 255 : 0);
    }

    private static Mask mask(IntBinaryOperator value) {
        var bytes = new byte[SIZE * SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value.applyAsInt(i % SIZE, i / SIZE);
        }
        return new Mask(SIZE, SIZE, bytes);
    }

    /** Three channels that vary by themselves. */
    private static BufferedImage skin(long seed, double contrast) {
        var random = new SplittableRandom(seed);
        return picture((x, y) -> new Color(
                        (int) (150 + contrast * random.nextGaussian(0, 14)),
                        (int) (115 + contrast * random.nextGaussian(0, 10)),
                        (int) (100 + contrast * random.nextGaussian(0, 12)))
                .getRGB());
    }

    /** Many dark pixels and few light ones. */
    private static BufferedImage skewed(long seed) {
        var random = new SplittableRandom(seed);
        return picture((x, y) -> {
            var light = Math.pow(random.nextDouble(), 3) * 60;
            return new Color((int) (120 + light), (int) (100 + light * 0.7), 80 + random.nextInt(25)).getRGB();
        });
    }

    /** The lighter a pixel, the yellower. */
    private static BufferedImage leaning(long seed) {
        var random = new SplittableRandom(seed);
        return picture((x, y) -> {
            var light = random.nextGaussian(0, 11);
            return new Color(
                            (int) (150 + light + random.nextGaussian(0, 7)),
                            (int) (120 + light + random.nextGaussian(0, 7)),
                            (int) (90 - 0.8 * light + random.nextGaussian(0, 7)))
                    .getRGB();
        });
    }

    private static float[] sorted(LabPicture lab, int channel) {
        var inside = ColorCloud.inside(round());
        var values = new float[inside.length];
        for (int i = 0; i < inside.length; i++) {
            values[i] = lab.values()[3 * inside[i] + channel];
        }
        Arrays.sort(values);
        return values;
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
