package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.SizeAdvice.Verdict;
import org.junit.jupiter.api.Test;

class SizeAdviceTest {

    @Test
    void theVerdictChangesAtTheLimits() {
        assertEquals(Verdict.REFUSED, SizeAdvice.of(24).verdict());
        assertEquals(Verdict.WARNED, SizeAdvice.of(25).verdict());
        assertEquals(Verdict.WARNED, SizeAdvice.of(249).verdict());
        assertEquals(Verdict.FAIR, SizeAdvice.of(250).verdict());
        assertEquals(Verdict.ADVISED, SizeAdvice.of(500).verdict());
        assertEquals(Verdict.ADVISED, SizeAdvice.of(5000).verdict());
        assertEquals(Verdict.MORE_THAN_NEEDED, SizeAdvice.of(5001).verdict());
    }

    @Test
    void aRefusalSaysHowManyAreNeeded() {
        var refusal = SizeAdvice.of(6);
        assertTrue(refusal.refused());
        assertEquals(
                "6 usable faces are too few to train with: 25 or more are needed, and 500 to 5000 advised; film or extract more, or keep more of them",
                refusal.toString());
    }

    @Test
    void fewerThanNoFacesIsNoNumber() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> SizeAdvice.of(-1));
        assertEquals("a side has 0 faces or more, got -1; count those not rejected", refusal.getMessage());
    }
}
