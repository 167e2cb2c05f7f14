package doppel.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    /** Point i lies at (i, 1000.12345 + i). */
    private static final Landmarks COUNTED = new Landmarks(
            IntStream.range(0, 68).mapToObj(i -> new Point(i, 1000.12345 + i)).toList());

    @Test
    void thePartsTogetherAreAllPointsInTheirOrder() {
        var parts = new ArrayList<Point>();
        for (var part : List.of(
                COUNTED.jaw(),
                COUNTED.rightBrow(),
                COUNTED.leftBrow(),
                COUNTED.nose(),
                COUNTED.rightEye(),
                COUNTED.leftEye(),
                COUNTED.mouth(),
                COUNTED.innerMouth())) {
            parts.addAll(part);
        }
        assertEquals(COUNTED.points(), parts);
    }

    @Test
    void theInnerPointsAreAllButTheJaw() {
        assertEquals(51, COUNTED.inner().size());
        assertEquals(17, COUNTED.inner().get(0).x());
    }

    @Test
    void theFivePointsAreEyesNoseAndMouth() {
        assertEquals(
                List.of(38.5, 44.5, 30.0, 48.0, 54.0),
                COUNTED.five().stream().map(Point::x).toList());
    }

    @Test
    void theEyeDistanceIsBetweenTheirMiddles() {
        assertEquals(6 * Math.sqrt(2), COUNTED.eyeDistance(), 1e-9);
        assertEquals(
                12 * Math.sqrt(2), COUNTED.through(Similarity.turning(70, 2)).eyeDistance(), 1e-9);
    }

    @Test
    void jsonHoldsPairsToAThousandthOfAPixel() throws IOException {
        var text = Json.mapper().writeValueAsString(COUNTED);
        assertTrue(text.startsWith("[[0.0,1000.123],[1.0,1001.123],"), text);
        var read = Json.mapper().readValue(text, Landmarks.class);
        for (int i = 0; i < 68; i++) {
            assertEquals(0, read.points().get(i).distanceTo(COUNTED.points().get(i)), 0.0005);
        }
    }

    @Test
    void anotherSchemeIsRefusedWithItsNumberOfPoints() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new Landmarks(List.of(new Point(0, 0), new Point(1, 1))));
        assertTrue(refusal.getMessage().contains("got 2: reduce"), refusal.getMessage());
    }

    @Test
    void aPairWithoutTwoNumbersIsRefused() {
        assertThrows(IOException.class, () -> Json.mapper().readValue("[[1]]", Landmarks.class));
    }
}
