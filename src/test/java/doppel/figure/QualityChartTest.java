package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.evaluate.QualityRow;
import doppel.evaluate.QualityTrial;
import doppel.evaluate.Spread;
import doppel.evaluate.TruthScores;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityChartTest {

    @Test
    void aLineIsANetworkAndWhatItBeginsWith() {
        var chart = QualityChart.of(
                List.of(
                        row("fast", "scratch", 720, 900, 26),
                        row("fast", "scratch", 720, 450, 25),
                        row("fast", "fast", 720, 450, 27),
                        row("sharp", "scratch", 720, 450, 24)),
                QualityMeasure.PSNR);
        var lines = chart.getSeriesMap();
        assertEquals(Set.of("fast, scratch", "fast, start fast", "sharp, scratch"), lines.keySet());
        var scratch = lines.get("fast, scratch");
        assertArrayEquals(new double[] {45, 90}, scratch.getXData());
        assertArrayEquals(new double[] {25, 26}, scratch.getYData());
        var begun = lines.get("fast, start fast");
        assertEquals(scratch.getLineColor(), begun.getLineColor());
        assertNotNull(scratch.getLineStyle().getDashArray());
        assertNull(begun.getLineStyle().getDashArray());
        assertNotEquals(scratch.getLineColor(), lines.get("sharp, scratch").getLineColor());
    }

    @Test
    void facesAreNamedWhereTheyDiffer() {
        var chart = QualityChart.of(
                List.of(row("fast", "scratch", 60, 450, 25), row("fast", "scratch", 720, 450, 26)),
                QualityMeasure.NEARER_A);
        assertEquals(
                Set.of("fast, scratch, 60 faces", "fast, scratch, 720 faces"),
                chart.getSeriesMap().keySet());
        assertEquals("frames nearer A than B, %", chart.getYAxisTitle());
    }

    @Test
    void nothingToDrawIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> QualityChart.of(List.of(), QualityMeasure.SSIM));
    }

    private static QualityRow row(String model, String start, int frames, int steps, double psnr) {
        var spread = new Spread(0.5, 0.25);
        var scores = new TruthScores(new Spread(psnr, 0.5), spread, spread, spread, 0.75, spread, spread);
        return new QualityRow(
                new QualityTrial(model, start, frames, steps, 0, 1), "-", steps, steps / 20.0, steps / 10.0, scores);
    }
}
