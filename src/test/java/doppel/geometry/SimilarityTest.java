package doppel.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final Similarity MOVE = Similarity.turning(31, 2.5).then(Similarity.shifting(-40, 7));

    @Test
    void inverseBringsAPointHome() {
        var point = new Point(123.4, -56.7);
        assertEquals(0, MOVE.inverse().apply(MOVE.apply(point)).distanceTo(point), 1e-10);
    }

    @Test
    void thenAppliesTheFirstTransformFirst() {
        var point = new Point(3, 4);
        var next = Similarity.turning(-77, 0.3).then(Similarity.shifting(1, 2));
        assertEquals(0, MOVE.then(next).apply(point).distanceTo(next.apply(MOVE.apply(point))), 1e-12);
    }

    @Test
    void aPositiveAngleTurnsXTowardsY() {
        var turned = Similarity.turning(90, 1).apply(new Point(1, 0));
        assertEquals(0, turned.distanceTo(new Point(0, 1)), 1e-12);
    }

    @Test
    void scaleAndDegreesAreReadBack() {
        assertEquals(2.5, MOVE.scale(), 1e-12);
        assertEquals(31, MOVE.degrees(), 1e-12);
    }

    /** The fit of a turned and scaled copy of the mean face's five points leaves less than 1e-10. */
    @Test
    void fitRecoversATurnedScaledShiftedCopyExactly() {
        var five = List.of(
                new Point(0.25, 0.22),
                new Point(0.75, 0.22),
                new Point(0.50, 0.51),
                new Point(0.26, 0.78),
                new Point(0.74, 0.78));
        var copy = MOVE.apply(five);
        var fitted = Similarity.fit(copy, five).apply(copy);
        for (int i = 0; i < five.size(); i++) {
            assertEquals(0, fitted.get(i).distanceTo(five.get(i)), 1e-10);
        }
    }

    @Test
    void noOtherSimilarityFitsBetter() {
        var random = new SplittableRandom(7);
        var from = randomPoints(random);
        var to = randomPoints(random);
        var fit = Similarity.fit(from, to);
        var best = squaredError(fit, from, to);
        for (int i = 0; i < 200; i++) {
            var other = fit.then(Similarity.turning(random.nextDouble(-5, 5), random.nextDouble(0.9, 1.1)))
                    .then(Similarity.shifting(random.nextDouble(-3, 3), random.nextDouble(-3, 3)));
            assertTrue(squaredError(other, from, to) >= best);
        }
    }

    @Test
    void fitNeverMirrors() {
        var from = List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1));
        var mirrored = List.of(new Point(0, 0), new Point(-1, 0), new Point(0, 1));
        var fit = Similarity.fit(from, mirrored);
        assertTrue(fit.a() * fit.a() + fit.b() * fit.b() > 0);
        assertTrue(squaredError(fit, from, mirrored) > 0.5);
    }

    @Test
    void pointsThatCoincideAreRefused() {
        var same = List.of(new Point(2, 2), new Point(2, 2));
        var refusal = assertThrows(IllegalArgumentException.class, () -> Similarity.fit(same, same));
        assertTrue(refusal.getMessage().contains("all 2 coincide"));
    }

    @Test
    void listsOfDifferentLengthAreRefusedWithBothLengths() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Similarity.fit(List.of(new Point(0, 0), new Point(1, 1)), List.of(new Point(0, 0))));
        assertTrue(refusal.getMessage().contains("2 and 1"));
    }

    private static List<Point> randomPoints(SplittableRandom random) {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 20; i++) {
            points.add(new Point(random.nextDouble(100), random.nextDouble(100)));
        }
        return points;
    }

    private static double squaredError(Similarity move, List<Point> from, List<Point> to) {
        double sum = 0;
        for (int i = 0; i < from.size(); i++) {
            sum += Math.pow(move.apply(from.get(i)).distanceTo(to.get(i)), 2);
        }
        return sum;
    }
}
