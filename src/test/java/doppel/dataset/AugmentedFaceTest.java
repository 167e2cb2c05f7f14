package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedFaceTest {

    private static final int SIZE = 64;
    private static final CropOptions CROP = CropOptions.training(SIZE);
    private static final TrainingFaces A = SketchedFaces.many(3, CROP, new Color(220, 180, 150));
    private static final TrainingFaces B = SketchedFaces.many(5, CROP, new Color(120, 90, 70));

    /** A batch draws one of the three faces at random; in ten seeds each of them comes first at least once. */
    @Test
    void isWhatABatchHoldsForTheSameSeed() throws InterruptedException {
        var options = AugmentOptions.faceswap().withRecoloring(0.5);
        var met = new HashSet<Integer>();
        for (long seed = 1; seed <= 10; seed++) {
            var batch = BatchPixels.at(A, B, options, 1, seed, 0);
            var number = numberOf(batch.targetOf(0), options, seed);
            var face = AugmentedFace.of(A, number, B, options, seed);
            assertArrayEquals(batch.inputOf(0), rgb(face.input()));
            assertArrayEquals(batch.weightsOf(0), face.weights().numbers(), 0);
            met.add(number);
        }
        assertEquals(3, met.size());
    }

    @Test
    void withoutAugmentationAllThreePicturesAreTheFace() {
        var face = AugmentedFace.of(A, 1, B, AugmentOptions.none(), 1);
        assertArrayEquals(rgb(A.picture(1)), rgb(face.original()));
        assertArrayEquals(rgb(A.picture(1)), rgb(face.target()));
        assertArrayEquals(rgb(A.picture(1)), rgb(face.input()));
        for (int i = 0; i < 25; i++) {
            assertEquals(
                    new Point(i % 5 * SIZE / 4.0, i / 5 * SIZE / 4.0),
                    face.net().get(i));
        }
    }

    /** A pixel of the input on a crossing of the straight net has the color of the target at the pulled crossing. */
    @Test
    void theNetSaysWhereTheInputTakesItsColorsFrom() {
        var smooth = SketchedFaces.many(1, CROP, new Color(200, 170, 140));
        for (long seed = 1; seed <= 5; seed++) {
            var face = AugmentedFace.of(smooth, 0, B, AugmentOptions.none().withWarp(0.04), seed);
            double bent = 0;
            double straight = 0;
            for (int row = 1; row < 4; row++) {
                for (int column = 1; column < 4; column++) {
                    var from = face.net().get(5 * row + column);
                    var seen = red(face.input(), column * 16, row * 16);
                    bent += Math.abs(seen - red(face.target(), from.x(), from.y()));
                    straight += Math.abs(seen - red(face.target(), column * 16, row * 16));
                }
            }
            assertTrue(bent < 0.5 * straight, "seed %d: %s against %s".formatted(seed, bent, straight));
        }
    }

    @Test
    void bendingMoreChangesTheInputAlone() {
        var little = AugmentedFace.of(A, 0, B, AugmentOptions.quick(), 6);
        var much = AugmentedFace.of(A, 0, B, AugmentOptions.quick().withWarp(0.06), 6);
        assertArrayEquals(rgb(little.target()), rgb(much.target()));
        assertEquals(little.weights(), much.weights());
        assertTrue(!Arrays.equals(rgb(little.input()), rgb(much.input())));
    }

    private static int numberOf(byte[] target, AugmentOptions options, long seed) {
        return IntStream.range(0, A.size())
                .filter(number -> Arrays.equals(
                        target,
                        rgb(AugmentedFace.of(A, number, B, options, seed).target())))
                .findFirst()
                .orElseThrow();
    }

    /** Between the centers of four pixels, linearly. */
    private static double red(BufferedImage picture, double x, double y) {
        var left = (int) Math.floor(x - 0.5);
        var top = (int) Math.floor(y - 0.5);
        var right = x - 0.5 - left;
        var down = y - 0.5 - top;
        return (1 - down) * ((1 - right) * red(picture, left, top) + right * red(picture, left + 1, top))
                + down * ((1 - right) * red(picture, left, top + 1) + right * red(picture, left + 1, top + 1));
    }

    private static int red(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 16 & 255;
    }

    private static byte[] rgb(BufferedImage picture) {
        var bytes =
                ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < bytes.length; i += 3) {
            var blue = bytes[i];
            bytes[i] = bytes[i + 2];
            bytes[i + 2] = blue;
        }
        return bytes;
    }
}
