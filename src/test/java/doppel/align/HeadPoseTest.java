package doppel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.detect.DetectOptions;
import doppel.detect.FaceDetector;
import doppel.detect.SampleFrames;
import doppel.geometry.Point;
import doppel.landmark.DenseLandmarks;
import doppel.landmark.LandmarkFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseTest {

    /** The net exaggerates depth, see {@link HeadPose}. */
    private static final double DEPTH = 1 / 0.85;

    /** A cross: points 1 to the right and left of the middle, and 1 above and below. */
    private static final Map<Integer, double[]> CROSS = Map.of(9, new double[] {0, -1}, 164, new double[] {0, 1});

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "30, 0, 0", "-60, 0, 0", "0, 20, 0", "0, -35, 0", "0, 0, 25", "0, 0, -70"})
    void aTurnAboutOneAxisIsReadExactly(double yaw, double pitch, double roll) {
        var pose = HeadPose.of(cross(yaw, pitch, roll));
        assertEquals(yaw, pose.yaw(), 1e-9);
        assertEquals(pitch, pose.pitch(), 1e-9);
        assertEquals(roll, pose.roll(), 1e-9);
    }

    @Test
    void onRenderedHeadsTheAnglesAreNearTheExactOnes() {
        double[] sums = new double[3];
        try (var detector = FaceDetector.open(SampleFrames.MODELS);
                var finder = LandmarkFinder.open(SampleFrames.MODELS)) {
            for (var frame : SampleFrames.all()) {
                var face = detector.detect(frame.picture(), DetectOptions.standard())
                        .get(0);
                var pose = HeadPose.of(
                        finder.find(frame.picture(), face).orElseThrow().dense());
                var found = List.of(pose.yaw(), pose.pitch(), pose.roll());
                for (int i = 0; i < 3; i++) {
                    sums[i] += Math.abs(found.get(i) - frame.degrees().get(i));
                }
            }
        }
        var count = SampleFrames.all().size();
        assertTrue(sums[0] / count < 2, "yaw is off by " + sums[0] / count + " degrees");
        assertTrue(sums[1] / count < 4, "pitch is off by " + sums[1] / count + " degrees");
        assertTrue(sums[2] / count < 1.5, "roll is off by " + sums[2] / count + " degrees");
    }

    /** Turned to the picture's right edge by yaw, down by pitch, counterclockwise by roll; one of them at a time. */
    private static DenseLandmarks cross(double yaw, double pitch, double roll) {
        var points = new ArrayList<>(Collections.nCopies(DenseLandmarks.COUNT, new Point(0, 0)));
        var depths = new double[DenseLandmarks.COUNT];
        for (var right : new int[] {234, 127, 33, 93, 132, 162}) {
            place(points, depths, right, -1, 0, yaw, pitch, roll);
        }
        for (var left : new int[] {454, 356, 263, 323, 361, 389}) {
            place(points, depths, left, 1, 0, yaw, pitch, roll);
        }
        CROSS.forEach((index, place) -> place(points, depths, index, place[0], place[1], yaw, pitch, roll));
        return new DenseLandmarks(points, depths);
    }

    private static void place(
            List<Point> points, double[] depths, int index, double x, double y, double yaw, double pitch, double roll) {
        var a = Math.toRadians(yaw);
        var b = Math.toRadians(pitch);
        var c = Math.toRadians(roll);
        points.set(
                index,
                new Point(
                        x * Math.cos(a) * Math.cos(c) + y * Math.sin(c),
                        y * Math.cos(b) * Math.cos(c) - x * Math.sin(c)));
        depths[index] = DEPTH * (x * Math.sin(a) + y * Math.sin(b));
    }
}
