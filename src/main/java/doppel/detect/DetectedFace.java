package doppel.detect;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One face as the detector sees it.
 *
 * <p>Book: chapter 5, the detector. Left and right are the person's own.
 *
 * @param box around brows to chin and from cheek to cheek, in frame pixels; may reach beyond the frame
 * @param score 0 to 1
 * @param points six, in frame pixels: right eye, left eye, nose tip, mouth center, right ear, left ear
 */
public record DetectedFace(Box box, double score, List<Point> points) {

    private static final int POINTS = 6;

    /**
     * Where the points of an upright face lie in its box, in sides of the box: the mean over both actors, looking
     * ahead.
     */
    private static final List<Point> UPRIGHT = List.of(
            new Point(0.30, 0.33),
            new Point(0.70, 0.33),
            new Point(0.50, 0.57),
            new Point(0.50, 0.75),
            new Point(0.09, 0.42),
            new Point(0.91, 0.42));

    /**
     * @throws IllegalArgumentException if there are not six points
     */
    public DetectedFace {
        points = List.copyOf(points);
        if (points.size() != POINTS) {
            throw new IllegalArgumentException("a detected face has 6 points, got " + points.size());
        }
    }

    /**
     * A face that no detector saw: somebody drew its box, or another tool knows it. Its eyes are taken for level, and
     * its score is 1, because a hand is sure.
     *
     * @param box around brows to chin and from cheek to cheek, in frame pixels
     * @throws IllegalArgumentException if the box has no area
     */
    public static DetectedFace drawn(Box box) {
        if (box.area() == 0) {
            throw new IllegalArgumentException(
                    "a drawn box needs an area, got %s x %s pixels: draw it from brows to chin"
                            .formatted(box.width(), box.height()));
        }
        return new DetectedFace(
                box,
                1,
                UPRIGHT.stream()
                        .map(share -> new Point(box.x() + share.x() * box.width(), box.y() + share.y() * box.height()))
                        .toList());
    }

    public Point rightEye() {
        return points.get(0);
    }

    public Point leftEye() {
        return points.get(1);
    }

    /** The mean of several answers for one face, weighted by their scores; its score is the best of them. */
    static DetectedFace mean(List<DetectedFace> faces) {
        return new DetectedFace(
                new Box(
                        mean(faces, face -> face.box.x()),
                        mean(faces, face -> face.box.y()),
                        mean(faces, face -> face.box.width()),
                        mean(faces, face -> face.box.height())),
                faces.stream().mapToDouble(DetectedFace::score).max().orElseThrow(),
                IntStream.range(0, POINTS)
                        .mapToObj(i -> new Point(
                                mean(faces, face -> face.points.get(i).x()),
                                mean(faces, face -> face.points.get(i).y())))
                        .toList());
    }

    private static double mean(List<DetectedFace> faces, ToDoubleFunction<DetectedFace> number) {
        var sum = faces.stream()
                .mapToDouble(face -> face.score * number.applyAsDouble(face))
                .sum();
        return sum / faces.stream().mapToDouble(DetectedFace::score).sum();
    }
}
