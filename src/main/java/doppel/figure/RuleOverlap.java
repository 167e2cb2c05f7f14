package doppel.figure;

import doppel.clean.RuleReport;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How many faces fail both of two rules, as a table of numbers: the diagonal is what a rule fails at all, and a full cell
 * beside it means that the two rules say much the same.
 *
 * <p>Book: chapter 8, "Getting data under control".
 */
public final class RuleOverlap {

    private static final int EDGE = 8;
    private static final int LABEL = 190;
    private static final int WORDS = 600;
    private static final int CELL = 64;
    private static final int HEAD = 30;
    private static final int FOOT = 34;
    private static final int LETTERS = 13;

    private RuleOverlap() {}

    public static BufferedImage of(RuleReport report) {
        var rules = report.rules();
        var overlap = report.overlap();
        var side = rules.size() * CELL;
        var sheet = Brush.paper(Math.max(WORDS, LABEL + side + EDGE), HEAD + side + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            for (int row = 0; row < rules.size(); row++) {
                var middle = HEAD + (row + 0.5) * CELL;
                brush.words((row + 1) + "  " + rules.get(row), new Point(EDGE, middle), Ink.TEXT, LETTERS);
                brush.letters("" + (row + 1), new Point(LABEL + (row + 0.5) * CELL, HEAD / 2.0), Ink.TEXT, LETTERS);
                for (int column = 0; column < rules.size(); column++) {
                    var all = overlap[row][row];
                    cell(brush, row, column, overlap[row][column], all == 0 ? 0 : (double) overlap[row][column] / all);
                }
            }
            brush.words(
                    "faces that fail the row's rule and the column's; the color is their share of the row's",
                    new Point(EDGE, HEAD + side + FOOT / 2.0),
                    Ink.TEXT,
                    LETTERS);
        }
        return sheet;
    }

    private static void cell(Brush brush, int row, int column, int count, double share) {
        var left = LABEL + column * CELL + 1.0;
        var top = HEAD + row * CELL + 1.0;
        var right = left + CELL - 2;
        var bottom = top + CELL - 2;
        var color = row == column ? Ink.QUIET : Shades.mixed(Ink.PAPER, Ink.B, count == 0 ? 0.03 : 0.1 + 0.8 * share);
        brush.fill(
                List.of(new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)),
                color);
        if (count > 0) {
            var letters = row != column && share > 0.7 ? Color.WHITE : Ink.TEXT;
            brush.letters(
                    "%,d".formatted(count), new Point((left + right) / 2, (top + bottom) / 2), letters, LETTERS + 1);
        }
    }
}
