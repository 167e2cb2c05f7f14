package doppel.evaluate;

import doppel.train.Losses;
import doppel.train.OptionChange;
import doppel.train.TrainStep;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The losses of both sides, A blue and B vermilion, on a logarithmic axis: pale as they were, and smoothed.
 *
 * <pre>{@code LossCurve.of(run.history()).withChanges(run.changes()).chart()}</pre>
 *
 * <p>On a linear axis the first hundred steps are a cliff and the rest a flat line; training happens in the flat line.
 * Upright lines mark where somebody changed how the run learns.
 *
 * <p>Book: chapter 6, "Exploring the training code".
 *
 * @param history the steps of a run
 * @param changes of its options on the way; those of intervals are not drawn
 * @param overMinutes whether minutes are drawn across, instead of steps
 */
public record LossCurve(List<TrainStep> history, List<OptionChange> changes, boolean overMinutes) {

    static final Color A = new Color(0x0072B2);
    static final Color B = new Color(0xD55E00);

    /** Of {@link #png}, in pixels. */
    static final int WIDTH = 1600;

    static final int HEIGHT = 800;

    /** More points than this are closer than the line is wide. */
    static final int MOST_POINTS = 400;

    /** Losses that span no more than this factor have room for a label at each tenth of a decade. */
    private static final double FEW_DECADES = 20;

    /** Width of a letter beside a mark, in widths of the chart. */
    private static final double LETTER = 0.0082;

    /** How much of its color a loss as it was has. */
    private static final int PALE = 90;

    /**
     * @throws IllegalArgumentException if there is no step to draw
     */
    public LossCurve {
        history = List.copyOf(history);
        changes = List.copyOf(changes);
        if (history.isEmpty()) {
            throw new IllegalArgumentException("there is no loss to draw: train at least one step");
        }
    }

    /** Over the steps. */
    public static LossCurve of(List<TrainStep> history) {
        return new LossCurve(history, List.of(), false);
    }

    /** Over the minutes that were trained. */
    public LossCurve withMinutes() {
        return new LossCurve(history, changes, true);
    }

    public LossCurve withChanges(List<OptionChange> value) {
        return new LossCurve(history, value, overMinutes);
    }

    /** For a notebook's page. */
    public XYChart chart() {
        return new Drawing(new Color(0x22262B), Color.WHITE, 1).draw(860, 360);
    }

    /**
     * For the page of a report: drawn for screens with small pixels, letters and lines are twice as large as they look.
     *
     * @param ink of letters and lines
     * @param paper behind them
     * @return a PNG file of {@link #WIDTH} x {@link #HEIGHT} pixels
     */
    byte[] png(Color ink, Color paper) throws IOException {
        return BitmapEncoder.getBitmapBytes(new Drawing(ink, paper, 2).draw(WIDTH, HEIGHT), BitmapFormat.PNG);
    }

    /** One chart in its colors, of so many pixels of the picture to one of the screen. */
    private final class Drawing {

        private final Color ink;
        private final Color paper;
        private final float fine;

        Drawing(Color ink, Color paper, float fine) {
            this.ink = ink;
            this.paper = paper;
            this.fine = fine;
        }

        XYChart draw(int width, int height) {
            var chart = new XYChartBuilder()
                    .width(width)
                    .height(height)
                    .xAxisTitle(overMinutes ? "minutes" : "step")
                    .yAxisTitle("loss")
                    .build();
            style(chart);
            var raw = Losses.thinned(history, MOST_POINTS);
            var smooth = Losses.thinned(Losses.smoothed(history), MOST_POINTS);
            line(chart, "A as it was", pale(A), 1, raw, TrainStep::lossA).setShowInLegend(false);
            line(chart, "B as it was", pale(B), 1, raw, TrainStep::lossB).setShowInLegend(false);
            line(chart, "person A", A, 2, smooth, TrainStep::lossA);
            line(chart, "person B", B, 2, smooth, TrainStep::lossB);
            var losses = raw.stream()
                    .flatMapToDouble(row -> DoubleStream.of(row.lossA(), row.lossB()))
                    .summaryStatistics();
            chart.getStyler().setYAxisLogarithmicDecadeOnly(losses.getMax() > FEW_DECADES * losses.getMin());
            mark(chart, losses.getMax());
            return chart;
        }

        private XYSeries line(
                XYChart chart,
                String name,
                Color color,
                int width,
                List<TrainStep> rows,
                ToDoubleFunction<TrainStep> loss) {
            var x = rows.stream().mapToDouble(LossCurve.this::across).toArray();
            var series =
                    chart.addSeries(name, x, rows.stream().mapToDouble(loss).toArray());
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(color);
            series.setLineStyle(new BasicStroke(width * fine, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            return series;
        }

        private void mark(XYChart chart, double top) {
            var learning = changes.stream().filter(OptionChange::ofLearning).toList();
            for (int i = 0; i < learning.size(); i++) {
                var change = learning.get(i);
                var x = overMinutes ? change.seconds() / 60 : change.step();
                chart.addAnnotation(new AnnotationLine(x, true, false));
                // one below the other, because changes come close together
                var y = top * Math.pow(0.85, i % 4);
                chart.addAnnotation(new AnnotationText(change.words(), beside(x, change.words()), y, false));
            }
        }

        /** The middle of words that begin right of {@code x}, or end left of it where there is no room. */
        private double beside(double x, String words) {
            var first = across(history.get(0));
            var range = across(history.get(history.size() - 1)) - first;
            var away = range * (0.005 + LETTER * words.length() / 2);
            return x - first > range / 2 ? x - away : x + away;
        }

        private void style(XYChart chart) {
            var style = chart.getStyler();
            var quiet = new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 40);
            var letters = new Font(Font.SANS_SERIF, Font.PLAIN, (int) (13 * fine));
            style.setYAxisLogarithmic(true);
            style.setYAxisDecimalPattern("0.###");
            style.setXAxisDecimalPattern(overMinutes ? "0.##" : "#,##0");
            style.setLocale(Locale.ROOT);
            style.setChartBackgroundColor(paper);
            style.setPlotBackgroundColor(paper);
            style.setPlotBorderVisible(false);
            style.setPlotGridLinesColor(quiet);
            style.setPlotGridLinesStroke(new BasicStroke(fine));
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
            style.setLegendPadding((int) (6 * fine));
            style.setLegendSeriesLineLength((int) (24 * fine));
            style.setAxisTickPadding((int) (5 * fine));
            style.setAxisTitlePadding((int) (8 * fine));
            style.setChartTitleVisible(false);
            style.setChartPadding((int) (8 * fine));
            style.setAnnotationLineColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 120));
            style.setAnnotationLineStroke(new BasicStroke(fine));
            style.setAnnotationTextFont(letters.deriveFont(11 * fine));
            style.setAnnotationTextFontColor(ink);
        }
    }

    private double across(TrainStep row) {
        return overMinutes ? row.seconds() / 60 : row.step();
    }

    private static Color pale(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE);
    }
}
