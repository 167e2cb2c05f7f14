package doppel.geometry;

/**
 * A place in a picture, in continuous coordinates: x to the right, y downwards, origin at the top left corner.
 *
 * @param x pixels to the right of the left edge, or the same in face units
 * @param y pixels below the upper edge, or the same in face units
 */
public record Point(double x, double y) {

    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /**
     * The center of mass of {@code points}.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public static Point mean(Iterable<Point> points) {
        var sum = new Point(0, 0);
        var count = 0;
        for (var point : points) {
            sum = sum.plus(point);
            count++;
        }
        if (count == 0) {
            throw new IllegalArgumentException("the mean needs at least one point, got none");
        }
        return sum.times(1.0 / count);
    }
}
