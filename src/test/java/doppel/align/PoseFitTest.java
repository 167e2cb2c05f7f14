package doppel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.detect.SampleFrames;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PoseFitTest {

    /** The mean face, with a jaw that does not matter. */
    private static Landmarks meanFace() {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 17; i++) {
            points.add(new Point(i / 16.0, 1));
        }
        points.addAll(MeanFace.inner());
        return new Landmarks(points);
    }

    @Test
    void theMeanFaceLooksAhead() {
        var pose = HeadPose.of(meanFace());
        assertEquals(0, pose.yaw(), 0.5);
        assertEquals(0, pose.pitch(), 0.5);
        assertEquals(0, pose.roll(), 0.5);
    }

    @Test
    void sizeAndPlaceDoNotMatterAndATurnInThePictureIsRoll() {
        var turned = meanFace().through(Similarity.turning(25, 180).then(Similarity.shifting(300, -40)));
        assertEquals(-25, HeadPose.of(turned).roll(), 0.5);
        assertEquals(0, HeadPose.of(turned).yaw(), 0.5);
        assertEquals(0, HeadPose.of(turned).pitch(), 0.5);
    }

    /** Exact landmarks of rendered heads, with yaws up to 44 degrees. */
    @Test
    void onRenderedHeadsItIsAsGoodAsTheNet() {
        assertEquals(0, spread(0, HeadPose::yaw), 2.5);
        assertEquals(0, spread(1, HeadPose::pitch), 5);
        assertEquals(0, spread(2, HeadPose::roll), 2);
    }

    private static double spread(int angle, ToDoubleFunction<HeadPose> read) {
        var errors = SampleFrames.all().stream()
                .mapToDouble(frame -> read.applyAsDouble(HeadPose.of(new Landmarks(frame.landmarks())))
                        - frame.degrees().get(angle))
                .boxed()
                .toList();
        assertTrue(errors.size() > 50, "too few frames: " + errors.size());
        var mean = mean(errors);
        return Math.sqrt(mean(
                errors.stream().map(error -> (error - mean) * (error - mean)).toList()));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
