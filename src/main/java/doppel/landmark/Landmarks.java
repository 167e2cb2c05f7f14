package doppel.landmark;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.util.Arrays;
import java.util.List;

/**
 * 68 points on a face in iBUG order: the jaw line, the brows, the nose, the eyes, the mouth.
 *
 * <p>Everything after this step is geometry on these points: the alignment fits the inner 51, the mask is their
 * outline, the losses weigh the eyes and the mouth. Right and left are the person's own; the right eye is on the left
 * of the picture.
 *
 * <p>In JSON the points are pairs, rounded to a thousandth of a pixel.
 *
 * <p>Book: chapter 5, the landmarks. Source: C. Sagonas et al., "300 faces in-the-wild challenge", 2013.
 *
 * @param points 68, x and y in pixels of the frame unless said otherwise
 */
public record Landmarks(List<Point> points) {

    /** How many points there are. */
    public static final int COUNT = 68;

    /**
     * @throws IllegalArgumentException if there are not 68 points
     */
    public Landmarks {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException(
                    "landmarks are 68 points, got %d: reduce another scheme to iBUG's 68 first"
                            .formatted(points.size()));
        }
    }

    @JsonCreator
    static Landmarks fromPairs(double[][] pairs) {
        return new Landmarks(
                Arrays.stream(pairs).map(pair -> new Point(pair[0], pair[1])).toList());
    }

    @JsonValue
    double[][] toPairs() {
        return points.stream()
                .map(point -> new double[] {rounded(point.x()), rounded(point.y())})
                .toArray(double[][]::new);
    }

    /** The same landmarks seen through {@code move}: in face units, or in the pixels of a crop. */
    public Landmarks through(Similarity move) {
        return new Landmarks(move.apply(points));
    }

    /** 17 points from the right ear along the chin to the left ear. */
    public List<Point> jaw() {
        return points.subList(0, 17);
    }

    /** The 51 points that are not the jaw: these move least when the mouth opens, so alignment uses them. */
    public List<Point> inner() {
        return points.subList(17, 68);
    }

    /** 5 points, from the temple to the nose. */
    public List<Point> rightBrow() {
        return points.subList(17, 22);
    }

    /** 5 points, from the nose to the temple. */
    public List<Point> leftBrow() {
        return points.subList(22, 27);
    }

    /** 9 points: 4 down the bridge to the tip, 5 along the nostrils. */
    public List<Point> nose() {
        return points.subList(27, 36);
    }

    /** 6 points around the eye, from the outer corner over the upper lid. */
    public List<Point> rightEye() {
        return points.subList(36, 42);
    }

    /** 6 points around the eye, from the inner corner over the upper lid. */
    public List<Point> leftEye() {
        return points.subList(42, 48);
    }

    /** 12 points along the outer edge of the lips, from the right corner over the upper lip. */
    public List<Point> mouth() {
        return points.subList(48, 60);
    }

    /** 8 points along the inner edge of the lips, from the right corner over the upper lip. */
    public List<Point> innerMouth() {
        return points.subList(60, 68);
    }

    /** The five points of the book's aligner: right eye, left eye, nose tip, right and left corner of the mouth. */
    public List<Point> five() {
        return List.of(Point.mean(rightEye()), Point.mean(leftEye()), points.get(30), points.get(48), points.get(54));
    }

    /** Between the centers of the eyes, in the points' own unit. */
    public double eyeDistance() {
        return Point.mean(rightEye()).distanceTo(Point.mean(leftEye()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
