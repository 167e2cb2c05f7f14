package doppel.figure;

import doppel.evaluate.QualityRow;
import doppel.evaluate.QualitySummary;
import doppel.evaluate.QualityTrial;
import doppel.train.TrainOptions;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How good networks are after how much training: a line for each network, start and number of faces, a point for each
 * length of a run, a whisker as long as the seeds lie apart.
 *
 * <p>A color is a network; runs from random numbers are dashed. Time is that of the processor, all cores added up, because
 * it is the same on a machine that does something else too.
 */
public final class QualityChart {

    private static final List<Color> COLORS =
            List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE, Ink.TEXT, new Color(0xE69F00), new Color(0x56B4E9));

    private static final int DOT = 7;
    private static final float DASH = 6;

    private QualityChart() {}

    /**
     * @param rows 1 or more
     * @throws IllegalArgumentException if there is no row
     */
    public static XYChart of(List<QualityRow> rows, QualityMeasure measure) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no measurement to draw: measure at least one trial");
        }
        var chart = Charts.xy("seconds of processor time", measure.title());
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setXAxisLogarithmicDecadeOnly(true)
                .setXAxisDecimalPattern("#,##0")
                .setLegendPosition(LegendPosition.OutsideE)
                .setLegendLayout(LegendLayout.Vertical)
                .setMarkerSize(DOT);
        var lines = new LinkedHashMap<String, List<QualitySummary>>();
        var faces =
                rows.stream().mapToInt(row -> row.trial().frames()).distinct().count() > 1;
        for (var summary : QualitySummary.of(rows)) {
            lines.computeIfAbsent(name(summary.trial(), faces), name -> new ArrayList<>())
                    .add(summary);
        }
        var colors = new LinkedHashMap<String, Color>();
        lines.forEach((name, points) -> {
            points.sort((one, other) -> Double.compare(across(one), across(other)));
            var series = chart.addSeries(
                    name,
                    points.stream().mapToDouble(QualityChart::across).toArray(),
                    points.stream()
                            .mapToDouble(point -> measure.of(point).mean())
                            .toArray(),
                    points.stream()
                            .mapToDouble(point -> measure.of(point).deviation())
                            .toArray());
            var trial = points.get(0).trial();
            var color = colors.computeIfAbsent(
                    trial.model() + trial.frames(), network -> COLORS.get(colors.size() % COLORS.size()));
            style(series, color, trial.start().equals(TrainOptions.SCRATCH));
        });
        return chart;
    }

    private static double across(QualitySummary summary) {
        return summary.of(QualityRow::cpuSeconds).mean();
    }

    private static String name(QualityTrial trial, boolean faces) {
        var start = trial.start().equals(TrainOptions.SCRATCH) ? "scratch" : "start " + trial.start();
        return trial.model() + ", " + start + (faces ? ", %d faces".formatted(trial.frames()) : "");
    }

    private static void style(XYSeries series, Color color, boolean dashed) {
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setLineStyle(
                dashed
                        ? new BasicStroke(
                                2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {DASH, DASH}, 0)
                        : new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }
}
