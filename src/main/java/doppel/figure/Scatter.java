package doppel.figure;

import doppel.clean.FaceTable;
import doppel.clean.Measure;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Two measures against each other, one dot a face: light from left or right against how much of it, for example.
 *
 * <p>Book: chapter 3, "Understanding the value of variety", lighting.
 */
public final class Scatter {

    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);
    private static final int OPAQUENESS = 120;
    private static final int DOT = 5;

    private Scatter() {}

    /**
     * @param x measure to the right, such as {@code balance}
     * @param y measure upwards, such as {@code brightness}
     */
    public static XYChart of(String x, String y, FaceTable... people) {
        var chart = Charts.xy(Measure.named(x).title(), Measure.named(y).title());
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        chart.getStyler().setMarkerSize(DOT);
        for (int i = 0; i < people.length; i++) {
            var color = COLORS.get(i % COLORS.size());
            var series = chart.addSeries(people[i].folder().person(), people[i].values(x), people[i].values(y));
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), OPAQUENESS));
        }
        return chart;
    }
}
