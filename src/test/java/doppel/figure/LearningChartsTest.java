package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.train.Checkup;
import doppel.train.LossKind;
import doppel.train.RateCurve;
import doppel.train.TrainStep;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;

class LearningChartsTest {

    private static final List<TrainStep> BARE = List.of(new TrainStep(1, 1, 0.5f, 0.5f, 1e-3, 100));

    @Test
    void theRateFinderShowsEachStep() {
        var curve = new RateCurve(IntStream.range(0, 60)
                .mapToObj(i -> new RateCurve.Point(1e-7 * Math.pow(10, i / 10.0), 0.1 + Math.abs(i - 40) / 100.0))
                .toList());
        var chart = RateFinderChart.of(curve);
        assertEquals(60, chart.getSeriesMap().get("loss").getXData().length);
        draw(chart);
    }

    @Test
    void eachLossIsALine() {
        var chart = TermsChart.of(history());
        assertEquals(
                List.of("absolute", "structure scales"),
                List.copyOf(chart.getSeriesMap().keySet()));
        assertEquals(0.5, chart.getSeriesMap().get("absolute").getYData()[0], 1e-6);
        draw(chart);
        assertThrows(IllegalArgumentException.class, () -> TermsChart.of(BARE));
        assertThrows(IllegalArgumentException.class, () -> TermsChart.of(List.of()));
    }

    @Test
    void gradientsThatNobodyMeasuredAreLeftOut() {
        var chart = GradientChart.of(IntStream.range(0, 10)
                .mapToObj(i -> i < 4 ? BARE.get(0) : history().get(i))
                .toList());
        assertArrayEquals(
                new double[] {5, 6, 7, 8, 9, 10},
                chart.getSeriesMap().get("each step").getXData(),
                0);
        draw(chart);
        assertThrows(IllegalArgumentException.class, () -> GradientChart.of(BARE));
    }

    @Test
    void knownAndHeldOutFacesAreLinesOfTheirPerson() {
        var chart = TrainedChart.of(IntStream.range(0, 5)
                .mapToObj(look -> new Checkup(100 * look, 15 * look, 0.2 / (1 + look), 0.25 / (1 + look), 0.1, 0.12, 1))
                .toList());
        assertEquals(
                List.of("A, known", "A, held out", "B, known", "B, held out"),
                List.copyOf(chart.getSeriesMap().keySet()));
        assertEquals(0.05, chart.getSeriesMap().get("A, held out").getYData()[4], 1e-9);
        assertArrayEquals(
                new double[] {0, 15, 30, 45, 60},
                chart.getSeriesMap().get("B, known").getXData(),
                0);
        draw(chart);
        assertThrows(IllegalArgumentException.class, () -> TrainedChart.of(List.of()));
    }

    private static List<TrainStep> history() {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(step -> new TrainStep(
                        step,
                        step,
                        1f / step,
                        1f / step,
                        1e-3,
                        100,
                        2f / step,
                        new TreeMap<>(Map.of(LossKind.ABSOLUTE, 0.5f / step, LossKind.STRUCTURE_SCALES, 0.1f / step))))
                .toList();
    }

    /** A style that XChart cannot draw fails here and not in a notebook. */
    private static void draw(XYChart chart) {
        assertEquals(chart.getWidth(), BitmapEncoder.getBufferedImage(chart).getWidth());
    }
}
