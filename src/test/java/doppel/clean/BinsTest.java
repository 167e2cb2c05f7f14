package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static final Bins TEN = new Bins(0, 1, 10);

    @Test
    void theSmallestIsInTheFirstBinAndTheLargestInTheLast() {
        var values = IntStream.range(0, 100).mapToDouble(i -> 3 + i * 0.37).toArray();
        var bins = Bins.of(10, values);
        assertEquals(0, bins.bin(3));
        assertEquals(bins.count() - 1, bins.bin(3 + 99 * 0.37));
        assertEquals(1, Arrays.stream(bins.shares(values)).sum(), 1e-12);
        assertTrue(bins.shares(values)[0] > 0 && bins.shares(values)[bins.count() - 1] > 0);
    }

    @Test
    void edgesAreRoundNumbers() {
        var bins = Bins.of(10, new double[] {0.0217, 0.0983});
        assertEquals(0.01, bins.width(), 1e-12);
        assertEquals(0.02, bins.from(), 1e-12);
        assertEquals(8, bins.count());
    }

    @Test
    void sharesCountWhatIsThere() {
        assertArrayEquals(new double[] {0.25, 0, 0.75}, new Bins(0, 1, 3).shares(new double[] {0.5, 2, 2.9, 7}), 1e-12);
    }

    @Test
    void overlapOfEqualDistributionsIsOneAndOfDistantOnesZero() {
        var low = new double[] {0.5, 1.5, 2.5};
        var high = new double[] {6.5, 7.5, 8.5};
        assertEquals(1, TEN.overlap(low, low), 1e-12);
        assertEquals(0, TEN.overlap(low, high), 1e-12);
    }

    /** Two even distributions over four bins, two bins apart, share half of themselves, however many values each has. */
    @Test
    void overlapOfShiftedDistributionsIsWhatTheyShare() {
        var a = IntStream.range(0, 400).mapToDouble(i -> i / 100.0).toArray();
        var b = IntStream.range(0, 80).mapToDouble(i -> 2 + i / 20.0).toArray();
        assertEquals(0.5, TEN.overlap(a, b), 1e-12);
        assertEquals(TEN.overlap(b, a), TEN.overlap(a, b), 1e-12);
    }

    @Test
    void coverageAsksForEnoughInABin() {
        var a = new double[] {0.5, 0.5, 0.5, 1.5, 1.5};
        var b = new double[] {0.1, 0.9, 1.5, 5.5};
        assertEquals(0.5, TEN.coverage(a, b, 3), 1e-12);
        assertEquals(0.75, TEN.coverage(a, b, 2), 1e-12);
    }

    @Test
    void oneValueAloneHasABin() {
        assertEquals(1, Bins.of(20, new double[] {5, 5, 5}).count());
    }

    @Test
    void nothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Bins.of(20, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> new Bins(0, 0, 3));
    }
}
