package doppel.geometry;

import java.util.List;

/**
 * An upright rectangle around a face, in frame pixels.
 *
 * <p>The four numbers are named, because a box written as four bare numbers is how the book's extractor came to cut
 * the right edge of a face by the <em>height</em> of the picture.
 *
 * <p>Book: chapter 5, the detector.
 *
 * @param x left edge
 * @param y upper edge
 * @param width to the right, 0 or more
 * @param height downwards, 0 or more
 */
public record Box(double x, double y, double width, double height) {

    /**
     * @throws IllegalArgumentException if a side is negative or any number is not finite
     */
    public Box {
        if (!(width >= 0 && height >= 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException(
                    "a box needs finite numbers and sides of 0 or more, got x=%s y=%s width=%s height=%s"
                            .formatted(x, y, width, height));
        }
    }

    /**
     * The smallest box that holds all {@code points}.
     *
     * @throws IllegalArgumentException if there is no point
     */
    public static Box around(List<Point> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a box around points needs at least one point, got none");
        }
        var left = points.stream().mapToDouble(Point::x).min().getAsDouble();
        var right = points.stream().mapToDouble(Point::x).max().getAsDouble();
        var top = points.stream().mapToDouble(Point::y).min().getAsDouble();
        var bottom = points.stream().mapToDouble(Point::y).max().getAsDouble();
        return new Box(left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    public double area() {
        return width * height;
    }

    /** The part of this box that lies inside a picture of this size; an empty box if none does. */
    public Box clampTo(int pictureWidth, int pictureHeight) {
        var left = Math.max(0, Math.min(x, pictureWidth));
        var top = Math.max(0, Math.min(y, pictureHeight));
        return new Box(
                left,
                top,
                Math.max(0, Math.min(right(), pictureWidth) - left),
                Math.max(0, Math.min(bottom(), pictureHeight) - top));
    }

    /** The area that both boxes share, in square pixels. */
    public double shared(Box other) {
        var wide = Math.min(right(), other.right()) - Math.max(x, other.x);
        var high = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return Math.max(0, wide) * Math.max(0, high);
    }

    /** Intersection over union, 0 (apart) to 1 (the same box). */
    public double overlap(Box other) {
        var both = area() + other.area() - shared(other);
        return both == 0 ? 0 : shared(other) / both;
    }
}
