package doppel.geometry;

import java.util.List;

/**
 * Turns, scales and shifts the plane, and never bends or mirrors it: {@code (x, y)} goes to
 * {@code (a x - b y + dx, b x + a y + dy)}.
 *
 * <p>The book aligns every face with one of these: the similarity that brings a face's landmarks closest to the mean
 * face. Read a point as the complex number {@code x + iy} and the transform is {@code z -> (a + ib) z + (dx + i dy)};
 * the least-squares fit is then one division, and it is the same answer as Umeyama's with the mirror ruled out.
 *
 * <p>Book: chapter 5, the aligner. Source: S. Umeyama, "Least-squares estimation of transformation parameters between
 * two point patterns", IEEE PAMI 13(4), 1991.
 *
 * @param a scale times cosine of the angle
 * @param b scale times sine of the angle; a positive angle turns x towards y, which on a screen is clockwise
 * @param dx shift to the right
 * @param dy shift downwards
 */
public record Similarity(double a, double b, double dx, double dy) {

    /**
     * @throws IllegalArgumentException if a number is not finite or the scale is 0
     */
    public Similarity {
        if (!Double.isFinite(a + b + dx + dy) || (a == 0 && b == 0)) {
            throw new IllegalArgumentException(
                    "a similarity needs finite numbers and a scale above 0, got a=%s b=%s dx=%s dy=%s"
                            .formatted(a, b, dx, dy));
        }
    }

    /** Leaves every point where it is. */
    public static Similarity identity() {
        return new Similarity(1, 0, 0, 0);
    }

    /** Multiplies by {@code factor} about the origin. */
    public static Similarity scaling(double factor) {
        return new Similarity(factor, 0, 0, 0);
    }

    public static Similarity shifting(double dx, double dy) {
        return new Similarity(1, 0, dx, dy);
    }

    /** Turns by {@code degrees} (clockwise on a screen) and multiplies by {@code factor}, about the origin. */
    public static Similarity turning(double degrees, double factor) {
        var angle = Math.toRadians(degrees);
        return new Similarity(factor * Math.cos(angle), factor * Math.sin(angle), 0, 0);
    }

    /**
     * The similarity that brings {@code from} closest to {@code to}, point by point, in the least squared distance.
     *
     * @throws IllegalArgumentException if the lists differ in length, or all points of {@code from} or all points of
     *     {@code to} coincide
     */
    public static Similarity fit(List<Point> from, List<Point> to) {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException("a fit needs two lists of the same length, 2 or more, got %d and %d"
                    .formatted(from.size(), to.size()));
        }
        var fromMean = Point.mean(from);
        var toMean = Point.mean(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            var p = from.get(i).minus(fromMean);
            var q = to.get(i).minus(toMean);
            along += p.x() * q.x() + p.y() * q.y();
            across += p.x() * q.y() - p.y() * q.x();
            spread += p.x() * p.x() + p.y() * p.y();
        }
        if (spread == 0 || (along == 0 && across == 0)) {
            throw new IllegalArgumentException("a fit needs points that differ; all " + from.size() + " coincide");
        }
        var turn = new Similarity(along / spread, across / spread, 0, 0);
        var shift = toMean.minus(turn.apply(fromMean));
        return new Similarity(turn.a, turn.b, shift.x(), shift.y());
    }

    public Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + dx, b * point.x() + a * point.y() + dy);
    }

    public List<Point> apply(List<Point> points) {
        return points.stream().map(this::apply).toList();
    }

    /** First this transform, then {@code next}. */
    public Similarity then(Similarity next) {
        var shift = next.apply(new Point(dx, dy));
        return new Similarity(next.a * a - next.b * b, next.a * b + next.b * a, shift.x(), shift.y());
    }

    /** The way back: {@code inverse().apply(apply(p))} is {@code p}. */
    public Similarity inverse() {
        var square = a * a + b * b;
        var back = new Similarity(a / square, -b / square, 0, 0);
        var shift = back.apply(new Point(dx, dy));
        return new Similarity(back.a, back.b, -shift.x(), -shift.y());
    }

    /** How much longer a line becomes. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** The turn, -180 to 180, clockwise on a screen. */
    public double degrees() {
        return Math.toDegrees(Math.atan2(b, a));
    }
}
