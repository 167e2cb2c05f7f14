package doppel.dataset;

import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a square into triangles whose corners are given points, as stout as can be: no corner lies in the circle around
 * another triangle.
 *
 * <ol>
 *   <li>Two triangles are the square.
 *   <li>Point by point: the triangles whose circle holds it are taken out, and the hole is filled with triangles that
 *       meet in the point.
 * </ol>
 *
 * <p>Source: A. Bowyer, "Computing Dirichlet tessellations", and D. Watson, "Computing the n-dimensional Delaunay
 * tessellation", The Computer Journal 24(2), 1981.
 */
final class Triangulation {

    /** Below this area, in square pixels, three points are on one line: a point on the border of the square. */
    private static final double FLAT = 1e-9;

    private final List<Point> points;
    private List<Triangle> triangles = new ArrayList<>();

    /** Places in the list of points, and the circle through them. */
    record Triangle(int a, int b, int c, Point center, double squaredRadius) {

        private boolean circleHolds(Point point) {
            var dx = point.x() - center.x();
            var dy = point.y() - center.y();
            return dx * dx + dy * dy < squaredRadius * (1 - 1e-12);
        }
    }

    private record Edge(int from, int to) {}

    private Triangulation(List<Point> points) {
        this.points = points;
    }

    /**
     * @param points the first four are the corners of the square, one after the other around it; the others lie in it
     *     or on its border. A point that stands where another stands becomes no corner
     */
    static List<Triangle> of(List<Point> points) {
        var all = new Triangulation(points);
        all.add(0, 1, 2, all.triangles);
        all.add(0, 2, 3, all.triangles);
        for (int i = 4; i < points.size(); i++) {
            all.insert(i);
        }
        return all.triangles;
    }

    private void insert(int place) {
        var point = points.get(place);
        var kept = new ArrayList<Triangle>();
        var edges = new ArrayList<Edge>();
        for (var triangle : triangles) {
            if (triangle.circleHolds(point)) {
                toggle(edges, triangle.a(), triangle.b());
                toggle(edges, triangle.b(), triangle.c());
                toggle(edges, triangle.c(), triangle.a());
            } else {
                kept.add(triangle);
            }
        }
        for (var edge : edges) {
            add(edge.from(), edge.to(), place, kept);
        }
        triangles = kept;
    }

    /** An edge that two triangles share lies inside of the hole; they run along it in opposite directions. */
    private static void toggle(List<Edge> edges, int from, int to) {
        if (!edges.remove(new Edge(to, from))) {
            edges.add(new Edge(from, to));
        }
    }

    private void add(int a, int b, int c, List<Triangle> into) {
        var origin = points.get(a);
        var p = points.get(b).minus(origin);
        var q = points.get(c).minus(origin);
        var area = 2 * (p.x() * q.y() - p.y() * q.x());
        if (Math.abs(area) < FLAT) {
            return;
        }
        var pp = p.x() * p.x() + p.y() * p.y();
        var qq = q.x() * q.x() + q.y() * q.y();
        var center = new Point((q.y() * pp - p.y() * qq) / area, (p.x() * qq - q.x() * pp) / area);
        into.add(new Triangle(a, b, c, origin.plus(center), center.x() * center.x() + center.y() * center.y()));
    }
}
