package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NoiseTest {

    @Test
    void oneSeedGivesOneNoise() {
        assertEquals(new Noise(5).at(1.3f, -2.2f, .7f), new Noise(5).at(1.3f, -2.2f, .7f), 0);
        assertNotEquals(new Noise(5).at(1.3f, -2.2f, .7f), new Noise(6).at(1.3f, -2.2f, .7f));
    }

    @Test
    void itIsSmoothAndCentered() {
        var noise = new Noise(1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            float x = .037f * i - 300;
            float here = noise.at(x, .3f * x, 2);
            assertEquals(here, noise.at(x + .001f, .3f * x, 2), .01);
            sum += here;
            squares += here * here;
        }
        assertEquals(0, sum / 20_000, .03);
        assertTrue(squares / 20_000 > .02);
    }

    @Test
    void fadingIsNearlyTheExponential() {
        for (float x = 0; x < 1; x += .1f) {
            assertEquals(StrictMath.exp(-x), Curves.fading(x), .02);
        }
    }

    @Test
    void aLineGoesThroughItsPoints() {
        float[] xs = {0, 1, 3};
        float[] ys = {2, 5, 4};
        assertEquals(2, Curves.line(xs, ys, -1), 1e-6);
        assertEquals(5, Curves.line(xs, ys, 1), 1e-6);
        assertEquals(4, Curves.line(xs, ys, 9), 1e-6);
    }
}
