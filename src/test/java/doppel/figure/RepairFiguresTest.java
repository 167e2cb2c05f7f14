package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.repair.FaceTrack;
import doppel.repair.FrameCensus;
import doppel.repair.FrameState;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairFiguresTest {

    private static FrameCensus census(int everyNth, FrameState... states) {
        return new FrameCensus(
                "actor-a",
                IntStream.range(0, states.length)
                        .mapToObj(i -> new FrameCensus.Entry(i * everyNth, states[i], List.of()))
                        .toList(),
                true);
    }

    private static boolean shows(BufferedImage picture, int color) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) == color) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aStripShowsTheStatesThatAFolderHasAndNoOther() {
        var strip = FrameStrip.draw(census(3, FrameState.ONE, FrameState.ONE, FrameState.DAMAGED));
        assertEquals(Gallery.PAGE, strip.getWidth());
        assertTrue(shows(strip, Ink.GREEN.getRGB()));
        assertTrue(shows(strip, Ink.B.getRGB()));
        assertTrue(!shows(strip, Ink.PURPLE.getRGB()) && !shows(strip, Ink.YELLOW.getRGB()));
    }

    @Test
    void oneFrameOfALongClipIsStillSeen() {
        var states = new FrameState[20_000];
        Arrays.fill(states, FrameState.ONE);
        states[10_000] = FrameState.SEVERAL;
        assertTrue(shows(FrameStrip.draw(census(1, states)), Ink.PURPLE.getRGB()));
        assertThrows(IllegalArgumentException.class, () -> FrameStrip.draw(census(1)));
    }

    @Test
    void aTraceNamesTheJitterBeforeAndAfter() {
        var points = new ArrayList<Point>();
        IntStream.range(0, 17).forEach(i -> points.add(new Point(i / 17.0, 1)));
        points.addAll(MeanFace.inner());
        var face = new Landmarks(points);
        var shaking = new FaceTrack(
                1,
                IntStream.range(0, 20)
                        .mapToObj(i -> new FaceTrack.Moment(
                                "", i, face.through(Similarity.scaling(100)).through(Similarity.shifting(i % 2, i))))
                        .toList());
        var chart = LandmarkTrace.x(shaking, shaking.smoothed(5), 30);
        var names = List.copyOf(chart.getSeriesMap().keySet());
        assertEquals("before: jitter 20.0 thousandths of a face unit", names.get(0));
        assertTrue(names.get(1).startsWith("after: jitter "), names.get(1));
        assertNotEquals(names.get(0).replace("before", "after"), names.get(1));
        assertEquals("x of landmark 30, pixels", chart.getYAxisTitle());
        var refusal = assertThrows(IllegalArgumentException.class, () -> LandmarkTrace.y(shaking, shaking, 68));
        assertTrue(refusal.getMessage().contains("0 to 67, got 68"), refusal.getMessage());
    }
}
