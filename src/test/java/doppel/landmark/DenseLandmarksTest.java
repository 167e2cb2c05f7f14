package doppel.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Point;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseLandmarksTest {

    @Test
    void anotherNumberOfPointsIsRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new DenseLandmarks(List.of(new Point(0, 0)), new double[2]));
        assertTrue(refusal.getMessage().contains("got 1 and 2"), refusal.getMessage());
    }

    @Test
    void thePointsCannotBeChangedFromOutside() {
        var depths = new double[468];
        var dense = new DenseLandmarks(Collections.nCopies(468, new Point(1, 2)), depths);
        depths[3] = 7;
        assertEquals(0, dense.depth(3));
    }

    /** No point of the net stands for two of the 68: the table has no slip of the pen. */
    @Test
    void all68PointsAreReadOffDifferentPlaces() {
        var net = new DenseLandmarks(
                IntStream.range(0, 468)
                        .mapToObj(i -> new Point(i, (i * 7919L) % 1000))
                        .toList(),
                new double[468]);
        assertEquals(68, IbugTable.read(net).points().stream().distinct().count());
    }
}
