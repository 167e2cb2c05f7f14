package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepBenchmarkTest {

    @Test
    void itsFiguresFitTogether() {
        var design = DrawnSides.tinyDesign();
        var speed = StepBenchmark.measure(design, 2, 0);
        assertEquals("tiny", speed.design());
        assertTrue(speed.seconds() > 0);
        assertEquals(4 / speed.seconds(), speed.facesPerSecond(), 1e-6);
        assertEquals(6e-9 * design.multiplications() * speed.facesPerSecond(), speed.gigaflops(), 1e-6);
        assertEquals(speed.gigaflops() / speed.peakGigaflops(), speed.share(), 1e-12);
    }
}
