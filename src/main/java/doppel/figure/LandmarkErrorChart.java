package doppel.figure;

import doppel.evaluate.LandmarkErrors;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;

/**
 * How far each part of the face is from its exact place, with its spread over the frames.
 *
 * <p>Book: chapter 5, the landmarks; beyond the book.
 */
public final class LandmarkErrorChart {

    private static final List<String> PARTS = List.of("jaw", "brows", "nose", "eyes", "mouth", "inner 51");

    /** Where each part begins in the 68 points, and where it ends. */
    private static final int[][] RANGES = {{0, 17}, {17, 27}, {27, 36}, {36, 48}, {48, 68}, {17, 68}};

    private LandmarkErrorChart() {}

    /** Bars for one person: the mean, and a line of one standard deviation to each side. */
    public static CategoryChart draw(String name, LandmarkErrors errors, Color color) {
        var chart = Charts.bars("part of the face", "error, % of the eyes' distance");
        var spreads = Arrays.stream(RANGES)
                .map(range -> errors.of(range[0], range[1]))
                .toList();
        chart.addSeries(
                        name,
                        PARTS,
                        spreads.stream().map(LandmarkErrors.Spread::mean).toList(),
                        spreads.stream().map(LandmarkErrors.Spread::deviation).toList())
                .setFillColor(color);
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setAvailableSpaceFill(0.5);
        return chart;
    }
}
