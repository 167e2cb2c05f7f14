package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StepBenchmarkTest {

    private static StepSpeed speed;

    @BeforeAll
    static void measureATinyNetwork() throws InterruptedException {
        speed = StepBenchmark.measure(DrawnSides.tinyDesign(), 2, 0);
    }

    @Test
    void itsFiguresFitTogether() {
        var design = DrawnSides.tinyDesign();
        assertEquals("tiny", speed.design());
        assertEquals("32 bits", speed.precision());
        assertTrue(speed.seconds() > 0);
        assertEquals(4 / speed.seconds(), speed.facesPerSecond(), 1e-6);
        assertEquals(6e-9 * design.multiplications() * speed.facesPerSecond(), speed.gigaflops(), 1e-6);
        assertEquals(speed.gigaflops() / speed.peakGigaflops(), speed.share(), 1e-12);
    }

    @Test
    void itsSharesAreAll() {
        var shares = speed.shares();
        assertEquals(1, shares.data() + shares.forward() + shares.backward() + shares.optimizer(), 1e-9);
        assertTrue(shares.data() >= 0 && shares.forward() > 0 && shares.backward() >= 0, shares.toString());
        assertTrue(shares.optimizer() > 0, shares.toString());
    }
}
