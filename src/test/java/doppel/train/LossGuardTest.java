package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossGuardTest {

    private final LossGuard guard = new LossGuard();

    @Test
    void whatIsNoNumberIsNamed() {
        assertFault("the loss of side A became NaN", new Learned(Float.NaN, 1, List.of(), 1));
        assertFault("the loss of side B became Infinity", new Learned(1, Float.POSITIVE_INFINITY, List.of(), 1));
        assertFault("the gradient became NaN", new Learned(1, 1, List.of(), Float.NaN));
    }

    @Test
    void aLossThatIsSeveralTimesWhatItWasIsAFault() {
        learn(30, 0.1f);
        learn(30, 0.28f);
        learn(1, 0.6f);
        assertFault("the loss rose from 0.10 to 0.31", loss(0.6f));
    }

    @Test
    void oneHardBatchIsNone() {
        learn(30, 0.1f);
        learn(1, 4);
        learn(19, 0.1f);
    }

    @Test
    void aLossThatFallsAndWaversIsNone() {
        for (int step = 0; step < 1000; step++) {
            assertEquals(Optional.empty(), guard.fault(loss((float) (1 / (1 + 0.1 * step) * (1.5 + Math.sin(step))))));
        }
    }

    @Test
    void ofOtherFacesTheLossMayBeAnother() {
        learn(30, 0.1f);
        guard.forget();
        learn(30, 0.9f);
    }

    private void learn(int steps, float loss) {
        for (int step = 0; step < steps; step++) {
            assertEquals(Optional.empty(), guard.fault(loss(loss)));
        }
    }

    private void assertFault(String words, Learned learned) {
        assertEquals(Optional.of(words), guard.fault(learned));
    }

    private static Learned loss(float value) {
        return new Learned(value, value, List.of(), 1);
    }
}
