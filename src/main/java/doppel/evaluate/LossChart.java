package doppel.evaluate;

import doppel.train.TrainStep;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws the losses of both sides over the steps, A blue and B vermilion, on a logarithmic axis.
 *
 * <p>On a linear axis the first hundred steps are a cliff and the rest a flat line; training happens in the flat line.
 */
final class LossChart {

    static final Color A = new Color(0x0072B2);
    static final Color B = new Color(0xD55E00);

    static final int WIDTH = 1600;
    static final int HEIGHT = 800;

    /** Drawn for screens with small pixels: letters and lines are twice as large as they will look. */
    private static final float FINE = 2;

    /** More points than this are closer than the line is wide. */
    static final int MOST_POINTS = 250;

    /** Losses that span no more than this factor have room for a label at each tenth of a decade. */
    private static final double FEW_DECADES = 20;

    private LossChart() {}

    /**
     * @param ink of letters and lines
     * @param paper behind them
     * @return a PNG file of {@link #WIDTH} x {@link #HEIGHT} pixels
     */
    static byte[] png(List<TrainStep> history, Color ink, Color paper) throws IOException {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle("step")
                .yAxisTitle("loss")
                .build();
        style(chart, ink, paper);
        var steps = thinned(history, TrainStep::step);
        var lossesA = thinned(history, TrainStep::lossA);
        var lossesB = thinned(history, TrainStep::lossB);
        var losses = DoubleStream.concat(Arrays.stream(lossesA), Arrays.stream(lossesB))
                .summaryStatistics();
        chart.getStyler().setYAxisLogarithmicDecadeOnly(losses.getMax() > FEW_DECADES * losses.getMin());
        line(chart, "person A", A, steps, lossesA);
        line(chart, "person B", B, steps, lossesB);
        return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
    }

    /** At most {@link #MOST_POINTS} numbers, each the mean of as many neighbors as it takes. */
    static double[] thinned(List<TrainStep> history, ToDoubleFunction<TrainStep> value) {
        var count = Math.min(MOST_POINTS, history.size());
        return IntStream.range(0, count)
                .mapToDouble(i -> history
                        .subList((int) ((long) i * history.size() / count), (int)
                                ((long) (i + 1) * history.size() / count))
                        .stream()
                        .mapToDouble(value)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static void line(XYChart chart, String name, Color color, double[] steps, double[] losses) {
        var series = chart.addSeries(name, steps, losses);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2 * FINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static void style(XYChart chart, Color ink, Color paper) {
        var style = chart.getStyler();
        var quiet = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 40);
        var letters = new Font(Font.SANS_SERIF, Font.PLAIN, (int) (13 * FINE));
        style.setYAxisLogarithmic(true);
        style.setYAxisDecimalPattern("0.###");
        style.setXAxisDecimalPattern("#,##0");
        style.setChartBackgroundColor(paper);
        style.setPlotBackgroundColor(paper);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(quiet);
        style.setPlotGridLinesStroke(new BasicStroke(FINE));
        style.setAxisTickMarksColor(quiet);
        style.setAxisTickLabelsColor(ink);
        style.setAxisTickLabelsFont(letters);
        style.setAxisTitleFont(letters);
        style.setChartFontColor(ink);
        style.setLegendBackgroundColor(paper);
        style.setLegendBorderColor(paper);
        style.setLegendFont(letters);
        style.setLegendPosition(LegendPosition.InsideNE);
        style.setLegendLayout(LegendLayout.Horizontal);
        style.setLegendPadding((int) (6 * FINE));
        style.setAxisTickPadding((int) (5 * FINE));
        style.setAxisTitlePadding((int) (8 * FINE));
        style.setChartTitleVisible(false);
        style.setChartPadding((int) (8 * FINE));
        style.setLegendSeriesLineLength((int) (24 * FINE));
    }
}
