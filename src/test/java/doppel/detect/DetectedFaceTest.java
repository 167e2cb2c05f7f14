package doppel.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectedFaceTest {

    private static DetectedFace face(double x, double score) {
        return new DetectedFace(new Box(x, 0, 10, 20), score, Collections.nCopies(6, new Point(x, 5)));
    }

    @Test
    void theMeanWeighsByScore() {
        var mean = DetectedFace.mean(List.of(face(0, 0.25), face(8, 0.75)));
        assertEquals(6, mean.box().x(), 1e-12);
        assertEquals(6, mean.rightEye().x(), 1e-12);
        assertEquals(20, mean.box().height(), 1e-12);
        assertEquals(0.75, mean.score());
    }

    @Test
    void anotherNumberOfPointsIsRefused() {
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> new DetectedFace(new Box(0, 0, 1, 1), 1, List.of()));
        assertTrue(refusal.getMessage().contains("got 0"), refusal.getMessage());
    }

    @Test
    void aDrawnBoxIsTakenForAnUprightFace() {
        var drawn = DetectedFace.drawn(new Box(100, 200, 50, 60));
        assertEquals(1, drawn.score());
        assertEquals(drawn.rightEye().y(), drawn.leftEye().y(), 1e-9);
        assertTrue(drawn.rightEye().x() < drawn.leftEye().x());
        assertTrue(drawn.points().stream()
                .allMatch(point -> point.x() > 100 && point.x() < 150 && point.y() > 200 && point.y() < 260));
        var flat = assertThrows(IllegalArgumentException.class, () -> DetectedFace.drawn(new Box(1, 1, 0, 5)));
        assertTrue(flat.getMessage().contains("got 0.0 x 5.0 pixels"), flat.getMessage());
    }
}
