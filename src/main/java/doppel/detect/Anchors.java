package doppel.detect;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the network's answer: a grid of cells, each with a score and 16 numbers relative to its own middle.
 *
 * <p>The numbers are pixels of the network's input: center x and y of the box, its width and height, then x and y of
 * six points.
 *
 * <p>Source: MediaPipe, face_detection_full_range.
 */
final class Anchors {

    private static final int GRID = 48;
    private static final int NUMBERS = 16;
    private static final String SCORES = "reshaped_classifier_face_4"; // (1, 2304, 1), before the sigmoid
    private static final String PLACES = "reshaped_regressor_face_4"; // (1, 2304, 16)

    private Anchors() {}

    /** All cells that are at least {@code minScore} sure, in pixels of the network's input. */
    static List<DetectedFace> read(Map<String, float[]> answer, double minScore) {
        var scores = answer.get(SCORES);
        var places = answer.get(PLACES);
        var cell = Letterbox.SIDE / (double) GRID;
        var faces = new ArrayList<DetectedFace>();
        for (int i = 0; i < scores.length; i++) {
            var score = 1 / (1 + Math.exp(-scores[i]));
            if (score >= minScore) {
                var middle = new Point((i % GRID + 0.5) * cell, (i / GRID + 0.5) * cell);
                faces.add(face(places, i * NUMBERS, middle, score));
            }
        }
        return faces;
    }

    private static DetectedFace face(float[] numbers, int at, Point middle, double score) {
        var center = middle.plus(new Point(numbers[at], numbers[at + 1]));
        var width = Math.abs(numbers[at + 2]);
        var height = Math.abs(numbers[at + 3]);
        var points = new ArrayList<Point>();
        for (int k = at + 4; k < at + NUMBERS; k += 2) {
            points.add(middle.plus(new Point(numbers[k], numbers[k + 1])));
        }
        return new DetectedFace(new Box(center.x() - width / 2, center.y() - height / 2, width, height), score, points);
    }
}
