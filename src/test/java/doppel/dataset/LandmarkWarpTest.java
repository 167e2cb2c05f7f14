package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarkWarpTest {

    private static final int SIZE = 64;

    /** Does not shake. */
    private static final RandomGenerator CALM = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextGaussian() {
            return 0;
        }
    };

    @Test
    void aFaceThatIsLedToItselfStaysAsItIs() {
        var places = draw(face(0), face(0));
        for (int i = 0; i < SIZE * SIZE; i++) {
            assertEquals(i % SIZE + 0.5, places[2 * i], 1e-4);
            assertEquals(i / SIZE + 0.5, places[2 * i + 1], 1e-4);
        }
    }

    @Test
    void everyLandmarkIsFoundWhereTheOtherHasIts() {
        var own = face(0);
        var others = face(1.7);
        // move all so that the other's nose tip falls on the center of a pixel: no place is between pixels there
        for (int k = 17; k < 68; k++) {
            var onPixel = new Point(0.5, 0.5)
                    .plus(new Point(
                            Math.floor(others.get(k).x()),
                            Math.floor(others.get(k).y())))
                    .minus(others.get(k));
            var placed = Similarity.shifting(onPixel.x(), onPixel.y()).apply(others);
            var places = draw(own, placed);
            var at = 2 * ((int) placed.get(k).y() * SIZE + (int) placed.get(k).x());
            assertEquals(own.get(k).x(), places[at], 1e-3, "landmark " + k);
            assertEquals(own.get(k).y(), places[at + 1], 1e-3, "landmark " + k);
        }
    }

    @Test
    void theBorderStaysWhereItIs() {
        var places = draw(face(0), face(3));
        double moved = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            var x = i % SIZE;
            var y = i / SIZE;
            var distance = Math.hypot(places[2 * i] - x - 0.5, places[2 * i + 1] - y - 0.5);
            var corner = (x == 0 || x == SIZE - 1) && (y == 0 || y == SIZE - 1);
            assertTrue(!corner || distance < 0.3, "corner moved by " + distance);
            moved = Math.max(moved, distance);
        }
        assertTrue(moved > 2, "nothing moved");
        var warp = new LandmarkWarp(SIZE);
        warp.draw(face(0), face(3), new SplittableRandom(1), FloatBuffer.allocate(2 * SIZE * SIZE));
        assertEquals(warp.from().subList(0, 8), warp.to().subList(0, 8));
        assertEquals(
                List.of(new Point(0, 0), new Point(64, 0), new Point(64, 64), new Point(0, 64)),
                warp.to().subList(0, 4));
    }

    @Test
    void whatLiesBetweenThreePointsFollowsLinearly() {
        var own = face(0);
        var others = face(1.7);
        var warp = new LandmarkWarp(SIZE);
        var places = FloatBuffer.allocate(2 * SIZE * SIZE);
        warp.draw(own, others, CALM, places);
        for (var triangle : Triangulation.of(warp.to())) {
            var middle = Point.mean(List.of(
                    warp.to().get(triangle.a()),
                    warp.to().get(triangle.b()),
                    warp.to().get(triangle.c())));
            var expected = Point.mean(List.of(
                    warp.from().get(triangle.a()),
                    warp.from().get(triangle.b()),
                    warp.from().get(triangle.c())));
            var x = (int) middle.x();
            var y = (int) middle.y();
            // within a pixel of the triangle's middle, the place differs by what a pixel's step is worth
            assertEquals(expected.x(), places.get(2 * (y * SIZE + x)), 1.5);
            assertEquals(expected.y(), places.get(2 * (y * SIZE + x) + 1), 1.5);
        }
    }

    @Test
    void jawPointsAmongTheInnerLandmarksOfEitherFaceAreLeftOut() {
        var own = new ArrayList<>(face(0));
        var others = new ArrayList<>(face(0));
        var nose = own.get(30);
        own.set(8, nose.plus(new Point(0.3, 0.2)));
        others.set(3, nose.minus(new Point(0.3, 0.2)));
        var warp = new LandmarkWarp(SIZE);
        warp.draw(own, others, CALM, FloatBuffer.allocate(2 * SIZE * SIZE));
        assertEquals(8 + 68 - 2, warp.from().size());
        assertFalse(warp.from().contains(own.get(8)));
        assertFalse(warp.to().contains(others.get(3)));
        assertTrue(warp.from().contains(own.get(7)));
    }

    @Test
    void pointsOutsideOfThePictureAreLeftOut() {
        var own = new ArrayList<>(face(0));
        own.set(8, new Point(32, 64.5));
        var warp = new LandmarkWarp(SIZE);
        warp.draw(own, face(0), CALM, FloatBuffer.allocate(2 * SIZE * SIZE));
        assertEquals(8 + 68 - 1, warp.from().size());
    }

    @Test
    void theShakingHasASpreadOfTwoPixelsOf256() {
        var warp = new LandmarkWarp(SIZE);
        var random = new SplittableRandom(4);
        double squares = 0;
        int count = 0;
        for (int i = 0; i < 40; i++) {
            warp.draw(face(0), face(0), random, FloatBuffer.allocate(2 * SIZE * SIZE));
            for (int k = 8; k < warp.to().size(); k++) {
                squares += Math.pow(warp.to().get(k).x() - warp.from().get(k).x(), 2);
                count++;
            }
        }
        assertEquals(0.5, Math.sqrt(squares / count), 0.02);
    }

    private static float[] draw(List<Point> own, List<Point> others) {
        var places = FloatBuffer.allocate(2 * SIZE * SIZE);
        new LandmarkWarp(SIZE).draw(own, others, CALM, places);
        return places.array();
    }

    /** The mean face and a jaw around it, in a picture of 64 pixels; wider by this many pixels at the cheeks. */
    private static List<Point> face(double wider) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 17; i++) {
            var angle = Math.PI * i / 16;
            points.add(new Point(32 - (28 + wider / 2) * Math.cos(angle), 30 + 31 * Math.sin(angle)));
        }
        var inner = Similarity.scaling(40).then(Similarity.shifting(12, 12)).apply(MeanFace.inner());
        points.addAll(IntStream.range(0, inner.size())
                .mapToObj(i -> new Point(
                        32 + (inner.get(i).x() - 32) * (1 + wider / 20),
                        inner.get(i).y() + wider / 4 * (inner.get(i).x() > 32 ? 1 : 0.5)))
                .toList());
        return points;
    }
}
