package doppel.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Empty charts in the style of the house; a figure fills one and returns it. */
public final class Charts {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 360;
    private static final int LETTERS = 13;

    private Charts() {}

    /**
     * Lines or points.
     *
     * @param x title of the axis, with its unit
     * @param y title of the axis, with its unit
     */
    public static XYChart xy(String x, String y) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        style(chart.getStyler());
        return chart;
    }

    /** Bars. */
    public static CategoryChart bars(String x, String y) {
        var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        style(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(0.85).setOverlapped(true);
        return chart;
    }

    /** Adds a line without markers. */
    public static void line(XYChart chart, String name, Color color, double[] x, double[] y) {
        line(chart, name, color, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), x, y);
    }

    /** Adds a dashed line without markers. */
    public static void dashed(XYChart chart, String name, Color color, double[] x, double[] y) {
        var dashes = new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);
        line(chart, name, color, dashes, x, y);
    }

    private static void line(XYChart chart, String name, Color color, BasicStroke stroke, double[] x, double[] y) {
        var series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(stroke);
    }

    /** Adds bars. */
    public static void bars(CategoryChart chart, String name, Color color, List<?> x, List<? extends Number> y) {
        chart.addSeries(name, x, y).setFillColor(color);
    }

    private static void style(AxesChartStyler style) {
        style.setChartBackgroundColor(Ink.PAPER);
        style.setPlotBackgroundColor(Ink.PAPER);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Ink.QUIET);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setAxisTickMarksColor(Ink.QUIET);
        style.setAxisTickLabelsColor(Ink.TEXT);
        style.setAxisTickLabelsFont(Ink.font(LETTERS));
        style.setAxisTitleFont(Ink.font(LETTERS));
        style.setChartFontColor(Ink.TEXT);
        style.setLegendBackgroundColor(Ink.PAPER);
        style.setLegendBorderColor(Ink.PAPER);
        style.setLegendFont(Ink.font(LETTERS));
        style.setLegendPosition(LegendPosition.InsideNE);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setChartTitleVisible(false);
        style.setAntiAlias(true);
    }
}
