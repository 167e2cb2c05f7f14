package doppel.figure;

import doppel.train.RateCurve;
import java.util.Locale;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/**
 * The loss while the learning rate grows, with the rate that follows from it.
 *
 * <p>Book: chapter 6, "Exploring the training code", the optimizer.
 */
public final class RateFinderChart {

    private RateFinderChart() {}

    /** One point a step. */
    public static XYChart of(RateCurve curve) {
        var chart = Charts.xy("learning rate", "loss, mean of A and B, smoothed");
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setXAxisDecimalPattern("0.#E0")
                .setLegendVisible(false)
                .setAnnotationLineColor(Ink.PURPLE)
                .setAnnotationTextFontColor(Ink.TEXT)
                .setAnnotationTextFont(Ink.font(12));
        chart.getStyler().setLocale(Locale.ROOT);
        var points = curve.points();
        Charts.line(
                chart,
                "loss",
                Ink.GREEN,
                points.stream().mapToDouble(RateCurve.Point::rate).toArray(),
                points.stream().mapToDouble(RateCurve.Point::loss).toArray());
        chart.addAnnotation(new AnnotationLine(curve.suggestion(), true, false));
        var top = points.stream().mapToDouble(RateCurve.Point::loss).max().orElseThrow();
        var words = String.format(Locale.ROOT, "try %.1e", curve.suggestion());
        chart.addAnnotation(new AnnotationText(words, curve.suggestion() / 2.5, top, false));
        return chart;
    }
}
