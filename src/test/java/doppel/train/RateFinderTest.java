package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateFinderTest {

    @Test
    void theRateGrowsEvenlyAndTheLossFallsBeforeItRises() throws Exception {
        var options = DrawnSides.tinyOptions(10);
        var curve = RateFinder.sweep(DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS, 100);
        var points = curve.points();
        assertEquals(1e-7, points.get(0).rate(), 1e-12);
        for (int i = 1; i < points.size(); i++) {
            assertEquals(
                    Math.pow(10, 6 / 99.0),
                    points.get(i).rate() / points.get(i - 1).rate(),
                    1e-9);
        }
        var first = points.get(0).loss();
        var last = points.get(points.size() - 1).loss();
        assertTrue(curve.lowest().loss() < 0.8 * first, "from %s to %s".formatted(first, curve.lowest()));
        assertTrue(last > 1.05 * curve.lowest().loss(), "ends at %s after %s".formatted(last, curve.lowest()));
        assertTrue(
                curve.suggestion() > 1e-4 && curve.suggestion() < 1e-2,
                "suggests %s, DrawnSides learns at 0.0015".formatted(curve.suggestion()));
    }

    @Test
    void oneSeedGivesOneCurve() throws Exception {
        var options = DrawnSides.tinyOptions(10);
        assertEquals(
                RateFinder.sweep(DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS, 20),
                RateFinder.sweep(DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS, 20));
    }

    @Test
    void aTenthOfWhereTheLossWasLowestIsSuggested() {
        var curve = new RateCurve(List.of(
                new RateCurve.Point(1e-3, 0.5), new RateCurve.Point(1e-2, 0.1), new RateCurve.Point(1e-1, 0.4)));
        assertEquals(1e-3, curve.suggestion(), 1e-9);
        assertEquals(4e-3, curve.suggestion(2.5), 1e-9);
    }

    @Test
    void tooFewStepsAreRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> RateFinder.sweep(
                        DrawnSides.a(), DrawnSides.b(), DrawnSides.tinyOptions(10), DrawnSides.NO_STARTS, 5));
        assertEquals("a sweep needs 20 steps or more, got 5; try 200", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new RateCurve(List.of()));
    }
}
