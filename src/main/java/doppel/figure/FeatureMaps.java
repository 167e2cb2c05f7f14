package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.NumberGrid;
import doppel.model.LayerOutput;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * What the windows of one layer answered to a face, one small map each: white where a window answers as it does on
 * average, vermilion where more, blue where less.
 *
 * <p>Each map has its own mean and its own scale: what matters is where a window makes a difference.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers", the depth of a layer.
 */
public final class FeatureMaps {

    private static final int COLUMNS = 8;
    private static final int TILE = 108;
    private static final int SQUARE = 256;
    private static final int LEAST = 380;
    private static final int GAP = 6;
    private static final int CAPTION = 26;
    private static final int LETTERS = 13;

    /** So many standard deviations have the full color. */
    private static final double FULL = 2.5;

    private FeatureMaps() {}

    /**
     * @param output of any layer; the numbers of a linear one are laid out as a square
     * @param most maps to show; the others are counted in the caption
     */
    public static BufferedImage of(LayerOutput output, int most) {
        var maps = output.maps().size() == 1 ? List.of(square(output.maps().get(0))) : output.maps();
        var shown = Math.min(most, maps.size());
        var times = Math.max(1, (maps.size() == 1 ? SQUARE : TILE) / maps.get(0).width());
        var wide = times * maps.get(0).width();
        var tall = times * maps.get(0).height();
        var rows = (shown + COLUMNS - 1) / COLUMNS;
        var sheet = Brush.paper(
                Math.max(LEAST, Math.min(shown, COLUMNS) * (wide + GAP) - GAP), CAPTION + rows * (tall + GAP) - GAP);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.words(caption(output, shown), new Point(0, CAPTION / 2.0 - 3), Ink.TEXT, LETTERS);
            for (int i = 0; i < shown; i++) {
                var map = aroundItsMean(maps.get(i));
                brush.picture(
                        Shades.enlarged(Shades.signed(map, FULL * spread(map)), times),
                        new Point(i % COLUMNS * (wide + GAP), CAPTION + (double) (i / COLUMNS) * (tall + GAP)));
            }
        }
        return sheet;
    }

    private static NumberGrid square(NumberGrid row) {
        var numbers = row.numbers();
        var side = (int) Math.ceil(Math.sqrt(numbers.length));
        var rows = (numbers.length + side - 1) / side;
        return new NumberGrid(side, rows, Arrays.copyOf(numbers, side * rows));
    }

    private static NumberGrid aroundItsMean(NumberGrid map) {
        var mean = (float) map.mean();
        var numbers = map.numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] -= mean;
        }
        return new NumberGrid(map.width(), map.height(), numbers);
    }

    /** The standard deviation of numbers whose mean is 0; a little more than 0 if they are all the same. */
    private static double spread(NumberGrid map) {
        double squares = 0;
        for (var number : map.numbers()) {
            squares += number * number;
        }
        return Math.max(1e-6, Math.sqrt(squares / (map.width() * map.height())));
    }

    private static String caption(LayerOutput output, int shown) {
        var count = output.maps().size();
        if (count == 1) {
            return "%s, %s: %,d numbers"
                    .formatted(output.layer().part(), output.layer().name(), output.size());
        }
        var map = output.maps().get(0);
        return "%s, %s: %s of %d × %d"
                .formatted(
                        output.layer().part(),
                        output.layer().name(),
                        shown == count ? count + " maps" : shown + " of its " + count + " maps",
                        map.width(),
                        map.height());
    }
}
