package doppel.dataset;

import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest convex outline around points.
 *
 * <p>Source: A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979.
 */
final class ConvexHull {

    private final List<Point> corners;

    private ConvexHull(List<Point> corners) {
        this.corners = corners;
    }

    /** @param points three or more, not all on one line */
    static ConvexHull of(List<Point> points) {
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        var corners = side(sorted);
        Collections.reverse(sorted);
        corners.addAll(side(sorted));
        return new ConvexHull(corners);
    }

    /** Whether a point lies in the outline or on it. */
    boolean holds(Point point) {
        for (int i = 0; i < corners.size(); i++) {
            if (turn(corners.get(i), corners.get((i + 1) % corners.size()), point) < 0) {
                return false;
            }
        }
        return true;
    }

    /** From the first point to the last, always turning the same way; the last is left to the other side. */
    private static List<Point> side(List<Point> sorted) {
        var side = new ArrayList<Point>();
        for (var point : sorted) {
            while (side.size() > 1 && turn(side.get(side.size() - 2), side.get(side.size() - 1), point) <= 0) {
                side.remove(side.size() - 1);
            }
            side.add(point);
        }
        side.remove(side.size() - 1);
        return side;
    }

    /** Above 0 if the way from a over b to c turns from x towards y. */
    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
