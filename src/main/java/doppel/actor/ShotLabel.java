package doppel.actor;

import com.fasterxml.jackson.annotation.JsonInclude;
import doppel.geometry.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is exactly known about a frame, as a line of a label file.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param frame number in the clip
 * @param seconds when it is shown
 * @param poseRadians yaw to the actor's left, pitch down, roll counterclockwise in the picture
 * @param landmarks 68 times x and y in pixels, rounded to 2 decimals
 * @param dense 468 dense landmarks likewise; empty in label files that go with a clip alone
 * @param expression weight by ARKit unit, 3 decimals; absent is 0
 * @param gazeRadians of the eyes against the head: to the actor's left, down
 * @param light where the key lamp stands
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShotLabel(
        int frame,
        double seconds,
        List<Double> poseRadians,
        List<List<Double>> landmarks,
        List<List<Double>> dense,
        Map<String, Double> expression,
        List<Double> gazeRadians,
        Moment.Light light) {

    public ShotLabel {
        poseRadians = List.copyOf(poseRadians);
        landmarks = List.copyOf(landmarks);
        dense = dense == null ? List.of() : List.copyOf(dense);
        expression = Collections.unmodifiableMap(new TreeMap<>(expression));
        gazeRadians = List.copyOf(gazeRadians);
    }

    static ShotLabel of(int frame, Shot shot) {
        var moment = shot.moment();
        var expression = new TreeMap<String, Double>();
        moment.expression().forEach((unit, weight) -> expression.put(unit, rounded(weight, 1000)));
        var light = moment.light();
        return new ShotLabel(
                frame,
                rounded(moment.seconds(), 1e6),
                List.of(radians(moment.yaw()), radians(moment.pitch()), radians(moment.roll())),
                points(shot.landmarks()),
                points(shot.dense()),
                expression,
                List.of(radians(moment.gazeYaw()), radians(moment.gazePitch())),
                new Moment.Light(
                        rounded(light.azimuth(), 10),
                        rounded(light.elevation(), 10),
                        rounded(light.strength(), 1000),
                        rounded(light.warmth(), 1000)));
    }

    /** The same frame under another number and time. */
    ShotLabel as(int number, double shownAt) {
        return new ShotLabel(
                number, rounded(shownAt, 1e6), poseRadians, landmarks, dense, expression, gazeRadians, light);
    }

    /** The same frame with other places, as after a move of the picture. */
    ShotLabel withLandmarks(List<List<Double>> places) {
        return new ShotLabel(frame, seconds, poseRadians, places, List.of(), expression, gazeRadians, light);
    }

    /** Without the dense landmarks, which fill nine tenths of a label file. */
    ShotLabel withoutDense() {
        return new ShotLabel(frame, seconds, poseRadians, landmarks, List.of(), expression, gazeRadians, light);
    }

    /** Points as a label file has them. */
    static List<List<Double>> points(List<Point> points) {
        return points.stream()
                .map(point -> List.of(rounded(point.x(), 100), rounded(point.y(), 100)))
                .toList();
    }

    /** The landmarks as points. */
    List<Point> landmarkPoints() {
        return landmarks.stream().map(xy -> new Point(xy.get(0), xy.get(1))).toList();
    }

    private static double radians(double degrees) {
        return rounded(degrees * Math.PI / 180, 1e4);
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
