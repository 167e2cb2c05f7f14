package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.detect.SampleFrames;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentStepsTest {

    private static final List<Point> SQUARE =
            List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1));

    private static final Similarity SOMEWHERE = Similarity.turning(33, 170).then(Similarity.shifting(611.7, 402.3));

    @Test
    void aTurnedAndScaledCopyLeavesNothing() {
        var steps = new AlignmentSteps(SampleFrames.face(), SOMEWHERE.apply(MeanFace.five()), MeanFace.five());
        assertEquals(0, steps.rms(), 1e-10);
        assertEquals(-33, steps.toFaceUnits().degrees(), 1e-9);
        assertEquals(1 / 170.0, steps.toFaceUnits().scale(), 1e-12);
    }

    /**
     * A rectangle (1 + e) wide has, about its middle, half sides p = (1 + e) / 2 and 1/2. The best scale onto the square
     * is s = (p/2 + 1/4) / (p^2 + 1/4), and each corner is then off by (s p - 1/2, s/2 - 1/2).
     */
    @Test
    void aRectangleLeavesWhatTheClosedFormSays() {
        var wide = List.of(new Point(0, 0), new Point(1.4, 0), new Point(1.4, 1), new Point(0, 1));
        var half = 0.7;
        var scale = (half / 2 + 0.25) / (half * half + 0.25);
        var steps = new AlignmentSteps(SampleFrames.face(), SOMEWHERE.apply(wide), SQUARE);
        assertEquals(Math.hypot(scale * half - 0.5, scale / 2 - 0.5), steps.rms(), 1e-12);
        assertEquals(scale / 170, steps.toFaceUnits().scale(), 1e-12);
    }

    @Test
    void theFormulaSaysTheNumbersOfTheFit() {
        var steps = new AlignmentSteps(SampleFrames.face(), SOMEWHERE.apply(MeanFace.inner()), MeanFace.inner());
        assertTrue(steps.formula().contains("scale 1/170.0 · turn -33.0°"), steps.formula());
        assertTrue(steps.formula().contains("rms 0.000"), steps.formula());
    }

    @Test
    void aRowIsNotWiderThanAPage() {
        var frame = SampleFrames.of("actor-a").get(3);
        var drawn = AlignmentSteps.inner(frame.picture(), new Landmarks(frame.landmarks()))
                .draw();
        assertTrue(drawn.getWidth() <= Gallery.PAGE, "a row of " + drawn.getWidth());
    }
}
