package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.model.ModelDesign;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

    @Test
    void theBudgetIsDividedByTheStep() {
        var options = DrawnSides.tinyOptions(1).withBatch(6);
        var run = PlannedRun.of(MemoryForecast.of(options), 0.05, 4);
        assertTrue(run.fits());
        assertEquals(4800, run.steps());
        assertEquals(240, run.facesPerSecond(), 1e-9);
        assertEquals(MemoryForecast.of(options).total(), run.memory());
    }

    @Test
    void whatDoesNotFitIsNotMeasured() throws InterruptedException {
        var plan = TrainingPlan.measure(
                List.of(DrawnSides.tinyDesign(), ModelDesign.large()),
                design -> design.equals(ModelDesign.large()) ? 256 : 2,
                4,
                0);
        assertTrue(plan.runs().get(0).fits() && plan.runs().get(0).steps() > 0);
        assertFalse(plan.runs().get(1).fits());
        assertTrue(plan.describe().endsWith(" GB"), plan.describe());
        assertEquals(3, plan.describe().lines().count());
    }

    @Test
    void noTimeIsRefused() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new TrainingPlan(0, List.of()));
        assertEquals("a plan is for more than 0 minutes, got 0.0; try 4", refusal.getMessage());
    }
}
