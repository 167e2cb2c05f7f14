package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Point;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConvexHullTest {

    @Test
    void aSquareHoldsItsCornersItsEdgesAndItsMiddle() {
        var hull = ConvexHull.of(List.of(
                new Point(4, 4), new Point(0, 0), new Point(2, 2), new Point(4, 0), new Point(0, 4), new Point(2, 0)));
        assertTrue(hull.holds(new Point(0, 0)));
        assertTrue(hull.holds(new Point(3, 4)));
        assertTrue(hull.holds(new Point(2, 2)));
        assertFalse(hull.holds(new Point(4.001, 2)));
        assertFalse(hull.holds(new Point(-0.001, -0.001)));
    }

    /** A point is outside if a line through it and one of the others has all others on one side. */
    @Test
    void itHoldsWhatNoLineSeparates() {
        var random = new Random(3);
        for (int round = 0; round < 20; round++) {
            var points = IntStream.range(0, 12)
                    .mapToObj(i -> new Point(random.nextDouble(), random.nextDouble()))
                    .toList();
            var hull = ConvexHull.of(points);
            for (int i = 0; i < 50; i++) {
                var asked = new Point(random.nextDouble(), random.nextDouble());
                var separated = points.stream().map(point -> point.minus(asked)).anyMatch(line -> points.stream()
                        .map(point -> point.minus(asked))
                        .allMatch(other -> line.x() * other.y() - line.y() * other.x() >= 0));
                assertEquals(!separated, hull.holds(asked), asked + " and " + points);
            }
        }
    }
}
