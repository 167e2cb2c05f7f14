package doppel.dataset;

import doppel.geometry.Point;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bends a face so that its landmarks come to lie where somebody else's are:
 *
 * <ol>
 *   <li>the other's landmarks are shaken a little;
 *   <li>points of the jaw that lie among the inner landmarks of the two are left out, so that nothing folds over, and
 *       so are points outside of the picture;
 *   <li>corners and middles of the four edges stay where they are;
 *   <li>between three neighbors among all these points, all follows linearly.
 * </ol>
 *
 * <p>The encoder sees person A in person B's shape, and decoder A draws person A all the same: what a swap asks for.
 *
 * <p>Source: faceswap, "warp to landmarks", {@code augmentation.py}, there after dfaker.
 */
final class LandmarkWarp {

    /** Standard deviation of the shaking: 2 pixels of 256. */
    static final double SHAKE = 2.0 / 256;

    /** The landmarks before it are the jaw. */
    private static final int FIRST_INNER = 17;

    /** So that a pixel on the edge between two triangles belongs to one of them at least. */
    private static final double ROUNDING = 1e-9;

    private final int size;
    private final float[] positions;
    private List<Point> from = List.of();
    private List<Point> to = List.of();

    /** For squares of {@code size} pixels. */
    LandmarkWarp(int size) {
        this.size = size;
        this.positions = new float[2 * size * size];
    }

    /**
     * Writes where each pixel of the bent square takes its color from: {@code (size, size, 2)}, x and y in pixels of
     * the straight one.
     *
     * @param own 68 landmarks of the straight square
     * @param others where they are to lie
     * @param random shakes the others
     */
    void draw(List<Point> own, List<Point> others, RandomGenerator random, FloatBuffer into) {
        var shaken = others.stream()
                .map(point -> point.plus(new Point(random.nextGaussian(), random.nextGaussian()).times(SHAKE * size)))
                .toList();
        from = anchors();
        to = anchors();
        var core = core(own, shaken);
        for (int i = 0; i < own.size(); i++) {
            var folds = i < FIRST_INNER && (core.holds(own.get(i)) || core.holds(shaken.get(i)));
            if (!folds && inPicture(own.get(i)) && inPicture(shaken.get(i))) {
                from.add(own.get(i));
                to.add(shaken.get(i));
            }
        }
        for (int i = 0; i < size * size; i++) {
            positions[2 * i] = i % size + 0.5f;
            positions[2 * i + 1] = i / size + 0.5f;
        }
        for (var triangle : Triangulation.of(to)) {
            fill(triangle);
        }
        into.put(0, positions);
    }

    /** The points of the last draw, in the straight square: four corners, four middles of edges, landmarks. */
    List<Point> from() {
        return List.copyOf(from);
    }

    /** Where they lie in the bent one. */
    List<Point> to() {
        return List.copyOf(to);
    }

    private List<Point> anchors() {
        double side = size;
        var middle = side / 2;
        return new ArrayList<>(List.of(
                new Point(0, 0),
                new Point(side, 0),
                new Point(side, side),
                new Point(0, side),
                new Point(middle, 0),
                new Point(side, middle),
                new Point(middle, side),
                new Point(0, middle)));
    }

    private boolean inPicture(Point point) {
        return point.x() > 0 && point.y() > 0 && point.x() < size && point.y() < size;
    }

    /** Around all inner landmarks of both faces. */
    private static ConvexHull core(List<Point> own, List<Point> others) {
        var points = new ArrayList<>(own.subList(FIRST_INNER, own.size()));
        points.addAll(others.subList(FIRST_INNER, others.size()));
        return ConvexHull.of(points);
    }

    /** The centers of the pixels in a triangle, from its corners: each corner has a share in each of them. */
    private void fill(Triangulation.Triangle triangle) {
        var a = to.get(triangle.a());
        var b = to.get(triangle.b()).minus(a);
        var c = to.get(triangle.c()).minus(a);
        var fromA = from.get(triangle.a());
        var alongB = from.get(triangle.b()).minus(fromA);
        var alongC = from.get(triangle.c()).minus(fromA);
        var area = b.x() * c.y() - b.y() * c.x();
        var stepB = c.y() / area; // what the share of b grows by from one pixel to the next
        var stepC = -b.y() / area;
        var left = pixel(a.x() + Math.min(0, Math.min(b.x(), c.x())));
        var right = pixel(a.x() + Math.max(0, Math.max(b.x(), c.x())));
        var top = pixel(a.y() + Math.min(0, Math.min(b.y(), c.y())));
        var bottom = pixel(a.y() + Math.max(0, Math.max(b.y(), c.y())));
        var across = left + 0.5 - a.x();
        for (int y = top; y <= bottom; y++) {
            var down = y + 0.5 - a.y();
            var shareB = (across * c.y() - down * c.x()) / area;
            var shareC = (down * b.x() - across * b.y()) / area;
            for (int x = left; x <= right; x++) {
                if (shareB >= -ROUNDING && shareC >= -ROUNDING && shareB + shareC <= 1 + ROUNDING) {
                    var at = 2 * (y * size + x);
                    positions[at] = (float) (fromA.x() + shareB * alongB.x() + shareC * alongC.x());
                    positions[at + 1] = (float) (fromA.y() + shareB * alongB.y() + shareC * alongC.y());
                }
                shareB += stepB;
                shareC += stepC;
            }
        }
    }

    private int pixel(double place) {
        return (int) Math.max(0, Math.min(place, size - 1));
    }
}
