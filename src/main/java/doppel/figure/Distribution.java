package doppel.figure;

import doppel.clean.Bins;
import doppel.clean.FaceTable;
import doppel.clean.Measure;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How often each value occurs, of one person or of two on top of each other.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, "Preparing the training images".
 */
public final class Distribution {

    private static final int BINS = 36;
    private static final int FILL = 110;
    /** Above the bars, where the names stand. */
    private static final double HEADROOM = 1.2;

    private static final double HAIR = 1e-4;
    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);

    private Distribution() {}

    /**
     * One measure of one or more people, in the same bins.
     *
     * @param measure such as {@code sharpness}
     * @throws IllegalArgumentException if there is no such measure; lists them
     */
    public static XYChart of(String measure, FaceTable... people) {
        var columns = Arrays.stream(people).map(table -> table.values(measure)).toArray(double[][]::new);
        var names = Arrays.stream(people).map(table -> table.folder().person()).toList();
        return of(Measure.named(measure).title(), "faces (%)", names, columns);
    }

    /**
     * Any numbers, in the same bins.
     *
     * @param x title of the axis, with its unit
     * @param y what is counted, in percent
     * @param names one a column
     */
    public static XYChart of(String x, String y, List<String> names, double[]... columns) {
        var bins = Bins.of(BINS, columns);
        var chart = Charts.xy(x, y);
        var most = Arrays.stream(columns).flatMapToDouble(column -> Arrays.stream(bins.shares(column)));
        chart.getStyler().setYAxisMax(100 * HEADROOM * most.max().orElseThrow());
        chart.getStyler().setLegendVisible(columns.length > 1);
        for (int i = 0; i < columns.length; i++) {
            add(chart, names.get(i), COLORS.get(i % COLORS.size()), bins, columns[i]);
        }
        return chart;
    }

    /** The same with a line where a rule would cut. */
    public static XYChart cut(XYChart chart, double at) {
        chart.getStyler().setAnnotationLineColor(Ink.TEXT).setAnnotationLineStroke(new BasicStroke(2));
        chart.addAnnotation(new AnnotationLine(at, true, false));
        var x = chart.getSeriesMap().values().stream()
                .flatMapToDouble(series -> Arrays.stream(series.getXData()))
                .summaryStatistics();
        var margin = (Math.max(x.getMax(), at) - Math.min(x.getMin(), at)) / BINS;
        if (at < x.getMin()) {
            chart.getStyler().setXAxisMin(at - margin);
        }
        if (at > x.getMax()) {
            chart.getStyler().setXAxisMax(at + margin);
        }
        return chart;
    }

    /** Steps, down to nothing at both ends, so that the outline is closed. */
    private static void add(XYChart chart, String name, Color color, Bins bins, double[] values) {
        var shares = bins.shares(values);
        var x = new double[2 * shares.length + 2];
        var y = new double[x.length];
        for (int bin = 0; bin < shares.length; bin++) {
            x[2 * bin + 1] = bins.from() + bin * bins.width();
            x[2 * bin + 2] = bins.from() + (bin + 1) * bins.width();
            y[2 * bin + 1] = y[2 * bin + 2] = 100 * shares[bin];
        }
        // a hair wider and higher than the bins: the chart then puts its ticks at round numbers and not at edges
        x[0] = x[1] - HAIR * bins.width();
        x[x.length - 1] = x[x.length - 2] + HAIR * bins.width();
        y[0] = HAIR;
        var series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(1.5f));
        series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), FILL));
    }
}
