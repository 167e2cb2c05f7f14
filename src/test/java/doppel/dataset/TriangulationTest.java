package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.Triangulation.Triangle;
import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TriangulationTest {

    private static final List<Point> CORNERS =
            List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(0, 10));

    @Test
    void fourCornersAreTwoTriangles() {
        assertEquals(2, Triangulation.of(CORNERS).size());
    }

    @Test
    void aPointOnTheBorderMakesThreeAndNoneIsFlat() {
        var points = new ArrayList<>(CORNERS);
        points.add(new Point(5, 0));
        var triangles = Triangulation.of(points);
        assertEquals(3, triangles.size());
        triangles.forEach(triangle -> assertTrue(area(points, triangle) > 1));
    }

    @Test
    void aPointThatStandsOnAnotherChangesNothing() {
        var points = new ArrayList<>(CORNERS);
        points.add(new Point(3, 4));
        var once = Triangulation.of(points);
        points.add(new Point(3, 4));
        assertEquals(once, Triangulation.of(points));
    }

    @Test
    void theTrianglesFillTheSquareAndNoCircleHoldsAPoint() {
        var random = new Random(5);
        for (int round = 0; round < 10; round++) {
            var points = new ArrayList<>(CORNERS);
            points.addAll(List.of(new Point(5, 0), new Point(10, 5), new Point(5, 10), new Point(0, 5)));
            for (int i = 0; i < 60; i++) {
                points.add(new Point(10 * random.nextDouble(), 10 * random.nextDouble()));
            }
            var triangles = Triangulation.of(points);
            // Euler: 2 n - 2 - (points on the border)
            assertEquals(2 * 68 - 2 - 8, triangles.size());
            assertEquals(
                    100,
                    triangles.stream()
                            .mapToDouble(triangle -> area(points, triangle))
                            .sum(),
                    1e-9);
            for (var triangle : triangles) {
                var radius = triangle.center().distanceTo(points.get(triangle.a()));
                assertEquals(radius, triangle.center().distanceTo(points.get(triangle.b())), 1e-6 * radius);
                assertEquals(radius, triangle.center().distanceTo(points.get(triangle.c())), 1e-6 * radius);
                points.forEach(point -> assertTrue(triangle.center().distanceTo(point) > radius * (1 - 1e-9)));
            }
        }
    }

    private static double area(List<Point> points, Triangle triangle) {
        var b = points.get(triangle.b()).minus(points.get(triangle.a()));
        var c = points.get(triangle.c()).minus(points.get(triangle.a()));
        return Math.abs(b.x() * c.y() - b.y() * c.x()) / 2;
    }
}
