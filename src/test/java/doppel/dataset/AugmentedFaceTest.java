package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedFaceTest {

    private static final int SIZE = 64;
    private static final CropOptions CROP = CropOptions.training(SIZE);
    private static final TrainingFaces A = SketchedFaces.many(3, CROP, new Color(220, 180, 150));
    private static final TrainingFaces B = SketchedFaces.many(5, CROP, new Color(120, 90, 70));

    /** A batch draws one of the three faces at random; in twenty seeds each of them comes first at least once. */
    @Test
    void isWhatABatchHoldsForTheSameSeed() throws InterruptedException {
        var options = AugmentOptions.faceswap().withRecoloring(0.5);
        var met = new HashSet<Integer>();
        for (long seed = 1; seed <= 20; seed++) {
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
        var smooth = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.places());
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

    /** A white dot on a landmark, turned and mirrored: it lies in the input where the match says. */
    @Test
    void aDotOnALandmarkFollowsItToTheOtherFacesLandmark() {
        var others = faces(-1, 5);
        var options =
                AugmentOptions.none().withRotationDegrees(10).withShift(0.03).withToLandmarks(1);
        double moved = 0;
        for (int landmark = 30; landmark <= 54; landmark += 6) {
            for (long seed = 1; seed <= 4; seed++) {
                var face = AugmentedFace.of(faces(landmark, 0), 0, others, options.withFlip(seed % 2), seed);
                var match = face.match().orElseThrow();
                var dot = brightest(face.target());
                var number = IntStream.range(8, match.from().size())
                        .boxed()
                        .min(Comparator.comparingDouble(i -> match.from().get(i).distanceTo(dot)))
                        .orElseThrow();
                var message = "landmark %d, seed %d".formatted(landmark, seed);
                assertEquals(0, match.from().get(number).distanceTo(dot), 0.5, message);
                assertEquals(0, match.to().get(number).distanceTo(brightest(face.input())), 1, message);
                moved += match.from().get(number).distanceTo(match.to().get(number)) / 20;
                assertArrayEquals(rgb(others.picture(0)), rgb(match.picture()));
            }
        }
        assertTrue(moved > 1, "moved by " + moved);
    }

    @Test
    void aFaceThatIsBentAtRandomHasNoMatch() {
        assertTrue(
                AugmentedFace.of(A, 0, B, AugmentOptions.faceswap(), 1).match().isEmpty());
    }

    /** One gray face with a dot on a landmark; this much wider than the mean. */
    private static TrainingFaces faces(int landmark, double wider) {
        var points = SketchedFaces.meanLandmarks().points().stream()
                .map(point -> new Point(128 + (point.x() - 128) * (1 + wider / 60), point.y() + wider / 2))
                .toList();
        var picture = new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR);
        if (landmark >= 0) {
            var pen = picture.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            var at = points.get(landmark);
            pen.fill(new Ellipse2D.Double(at.x() - 4, at.y() - 4, 8, 8));
            pen.dispose();
        }
        return TrainingFaces.of(
                List.of(picture),
                List.of(SketchedFaces.full()),
                List.of(new Landmarks(points)),
                SketchedFaces.STORED,
                CROP);
    }

    /** The center of all that is bright. */
    private static Point brightest(BufferedImage picture) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            double light = picture.getRaster().getSample(i % SIZE, i / SIZE, 0);
            x += light * (i % SIZE + 0.5);
            y += light * (i / SIZE + 0.5);
            sum += light;
        }
        return new Point(x / sum, y / sum);
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
