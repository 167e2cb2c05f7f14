package doppel.figure;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How wrong faces never seen are drawn, by how many faces a network learned from: a line for each way to begin.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, how many faces are enough.
 */
public final class FewFacesChart {

    private static final List<Color> COLORS = List.of(Ink.TEXT, Ink.GREEN, Ink.PURPLE, Ink.A);

    private FewFacesChart() {}

    /**
     * @param errors by name, by faces learned from; at most four names, none of them empty
     * @throws IllegalArgumentException if there is nothing to draw
     */
    public static XYChart of(Map<String, ? extends SortedMap<Integer, Double>> errors) {
        if (errors.isEmpty() || errors.values().stream().anyMatch(Map::isEmpty)) {
            throw new IllegalArgumentException("there is nothing to draw: measure at least one number of faces each");
        }
        var chart = Charts.xy("faces learned from", "error of faces never seen");
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setXAxisLogarithmicDecadeOnly(false)
                .setXAxisDecimalPattern("#,##0")
                .setYAxisMin(0.0)
                .setLegendPosition(LegendPosition.OutsideS);
        var colors = COLORS.iterator();
        errors.forEach((name, line) -> {
            var color = colors.next();
            Charts.line(
                    chart,
                    name,
                    color,
                    line.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                    line.values().stream().mapToDouble(Double::doubleValue).toArray());
            var series = chart.getSeriesMap().get(name);
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(color);
        });
        return chart;
    }
}
