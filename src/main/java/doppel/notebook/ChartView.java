package doppel.notebook;

import java.awt.image.BufferedImage;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart is shown as a picture. */
final class ChartView {

    private ChartView() {}

    static Bundle of(Chart<?, ?> chart) {
        return Bundle.text(text(chart)).withPicture(draw(chart));
    }

    private static String text(Chart<?, ?> chart) {
        var about = chart.getTitle() == null || chart.getTitle().isBlank()
                ? "%s over %s".formatted(words(chart.getYAxisTitle()), words(chart.getXAxisTitle()))
                : chart.getTitle();
        return "chart of %s: %s"
                .formatted(about, String.join(", ", chart.getSeriesMap().keySet()));
    }

    private static String words(String title) {
        return title == null || title.isBlank() ? "values" : title;
    }

    static BufferedImage draw(Chart<?, ?> chart) {
        var picture = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        chart.paint(pen, chart.getWidth(), chart.getHeight());
        pen.dispose();
        return picture;
    }
}
