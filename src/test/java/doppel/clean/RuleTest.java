package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void aFaceThatIsJustAtALimitPasses() {
        var least = Rule.atLeast("sharp", "sharpness", 300);
        assertTrue(least.passes(sharpness(300)));
        assertFalse(least.passes(sharpness(299.99)));
        var most = Rule.atMost("not too sharp", "sharpness", 300);
        assertTrue(most.passes(sharpness(300)));
        assertFalse(most.passes(sharpness(300.01)));
        var within = Rule.within("looks ahead", "yaw", -30, 30);
        assertTrue(within.passes(MadeRow.with(0, Measure.YAW, -30)));
        assertTrue(within.passes(MadeRow.with(0, Measure.YAW, 30)));
        assertFalse(within.passes(MadeRow.with(0, Measure.YAW, -31)));
        assertFalse(within.passes(MadeRow.with(0, Measure.YAW, 31)));
    }

    @Test
    void whatCouldNotBeMeasuredFailsEveryLimit() {
        assertFalse(Rule.atLeast("sharp", "sharpness", 300).passes(sharpness(Double.NaN)));
        assertFalse(Rule.atMost("sharp", "sharpness", 300).passes(sharpness(Double.NaN)));
        assertFalse(Rule.within("sharp", "sharpness", 0, 300).passes(sharpness(Double.NaN)));
    }

    @Test
    void codeTestsAnything() {
        var rule = Rule.of("even and sharp", row -> row.frame() % 2 == 0 && row.sharpness() > 10);
        assertTrue(rule.passes(MadeRow.with(2, Measure.SHARPNESS, 11)));
        assertFalse(rule.passes(MadeRow.with(3, Measure.SHARPNESS, 11)));
    }

    @Test
    void codeThatBreaksNamesRuleAndFace() {
        var rule = Rule.of("odd", row -> Map.of().get(row.id()).equals(""));
        var fault = assertThrows(IllegalStateException.class, () -> rule.passes(sharpness(1)));
        assertTrue(fault.getMessage().startsWith("rule \"odd\" broke on face 000000-0 with "), fault.getMessage());
    }

    @Test
    void aRuleSaysItsTestAndItsReason() {
        var rule = Rule.atLeast("sharp enough", "sharpness", 300)
                .because("below it, lashes are gone")
                .on(DAY);
        assertEquals("sharp enough: sharpness at least 300, because below it, lashes are gone", rule.toString());
        assertEquals(DAY, rule.date());
        assertEquals(
                "covered at most 0.12",
                Rule.atMost("free", "covered", 0.12).test().words());
        assertEquals(
                "yaw within -30 to 30.5",
                Rule.within("ahead", "yaw", -30, 30.5).test().words());
        assertEquals("odd: code", Rule.of("odd", row -> true).toString());
    }

    @Test
    void anUnknownMeasureListsTheKnownOnes() {
        var fault = assertThrows(IllegalArgumentException.class, () -> Rule.atLeast("sharp", "sharpnes", 300));
        assertTrue(fault.getMessage().startsWith("there is no measure \"sharpnes\": take one of "), fault.getMessage());
    }

    @Test
    void aLimitMustBeFiniteAndTheLowOneBelow() {
        for (var limit : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (var act : new Runnable[] {
                () -> Rule.atLeast("sharp", "sharpness", limit),
                () -> Rule.atMost("sharp", "sharpness", limit),
                () -> Rule.within("sharp", "sharpness", limit, 5),
                () -> Rule.within("sharp", "sharpness", 5, limit)
            }) {
                var fault = assertThrows(IllegalArgumentException.class, act::run);
                assertTrue(fault.getMessage().contains("finite number"), fault.getMessage());
            }
        }
        var fault = assertThrows(IllegalArgumentException.class, () -> Rule.within("ahead", "yaw", 30, -30));
        assertEquals("yaw cannot be at least 30.0 and at most -30.0: swap the two", fault.getMessage());
    }

    @Test
    void aNameIsOneShortLineAndNotTaken() {
        for (var name : new String[] {"", " ", " sharp", "a\nb", "x".repeat(61)}) {
            var fault = assertThrows(IllegalArgumentException.class, () -> Rule.of(name, row -> true));
            assertTrue(fault.getMessage().endsWith("try \"sharp enough\""), fault.getMessage());
        }
        var fault = assertThrows(IllegalArgumentException.class, () -> Rule.of("whole", row -> true));
        assertEquals("\"whole\" is what every book calls damaged faces: take another name", fault.getMessage());
    }

    private static FaceRow sharpness(double value) {
        return MadeRow.with(0, Measure.SHARPNESS, value);
    }
}
