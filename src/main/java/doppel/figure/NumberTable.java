package doppel.figure;

import doppel.geometry.Point;
import doppel.image.NumberGrid;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A grid drawn as a table of its numbers, each in a colored cell.
 *
 * @param cell side of a cell, pixels
 * @param colors of a cell by its place, row after row
 */
record NumberTable(NumberGrid grid, int cell, IntFunction<Color> colors) {

    private static final int LEAST_LETTERS = 10;

    /** Blue below 0, white at 0, vermilion above, all of them pale. */
    static NumberTable signed(NumberGrid grid, int cell) {
        var strongest = 1.8 * Shades.strongest(grid);
        return new NumberTable(grid, cell, place -> {
            var number = grid.at(place % grid.width(), place / grid.width());
            return Shades.mixed(Ink.PAPER, number < 0 ? Ink.A : Ink.B, Math.abs(number) / strongest);
        });
    }

    int width() {
        return cell * grid.width();
    }

    int height() {
        return cell * grid.height();
    }

    /** Draws it, the upper left corner at {@code at}. */
    void draw(Brush brush, Point at) {
        for (int place = 0; place < grid.width() * grid.height(); place++) {
            var column = place % grid.width();
            var row = place / grid.width();
            var left = at.x() + column * cell;
            var top = at.y() + row * cell;
            var corners = List.of(
                    new Point(left, top),
                    new Point(left + cell, top),
                    new Point(left + cell, top + cell),
                    new Point(left, top + cell));
            brush.fill(corners, colors.apply(place));
            for (int side = 0; side < 4; side++) {
                brush.line(corners.get(side), corners.get((side + 1) % 4), Ink.QUIET, 1);
            }
            brush.letters(
                    text(grid.at(column, row)),
                    new Point(left + cell / 2.0, top + cell / 2.0),
                    Ink.TEXT,
                    Math.max(LEAST_LETTERS, cell / 3));
        }
    }

    private static String text(float number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number).replace('-', '−')
                : String.format(Locale.ROOT, "%.2f", number).replace('-', '−').replaceFirst("^(−?)0\\.", "$1.");
    }
}
