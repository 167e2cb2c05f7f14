package doppel.figure;

import doppel.clean.RuleReport;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What each rule of a book passes and fails, a bar a rule; what a rule alone fails is darker than what others fail too.
 *
 * <p>Book: chapter 8, "Getting data under control".
 */
public final class RuleBars {

    private static final int EDGE = 8;
    private static final int LABEL = 190;
    private static final int NUMBERS = 130;
    private static final int BAR = 560;
    private static final int ROW = 30;
    private static final int HALF = 9;
    private static final int HEAD = 34;
    private static final int FOOT = 34;
    private static final int LETTERS = 13;

    private static final Color SHARED = Shades.mixed(Ink.PAPER, Ink.B, 0.45);

    private RuleBars() {}

    public static BufferedImage of(RuleReport report) {
        var counts = report.counts();
        var sheet = Brush.paper(LABEL + BAR + NUMBERS, HEAD + (counts.size() + 1) * ROW + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.words(
                    report.book().title() + " on " + report.faces().folder().person(),
                    new Point(LABEL, HEAD / 2.0),
                    Ink.TEXT,
                    LETTERS + 2);
            var total = 1;
            for (int row = 0; row < counts.size(); row++) {
                var count = counts.get(row);
                total = Math.max(total, count.passed() + count.failed());
                row(brush, row, count.rule(), count.alone(), count.failed(), count.passed());
            }
            var passing = report.passing().size();
            row(brush, counts.size(), "the whole book", total - passing, total - passing, passing);
            legend(brush, HEAD + (counts.size() + 1) * ROW + FOOT / 2.0);
        }
        return sheet;
    }

    private static void row(Brush brush, int row, String label, int alone, int failed, int passed) {
        var middle = HEAD + (row + 0.5) * ROW;
        brush.words(label, new Point(EDGE, middle), Ink.TEXT, LETTERS);
        var scale = (double) BAR / Math.max(1, failed + passed);
        bar(brush, middle, 0, BAR, Ink.QUIET);
        bar(brush, middle, 0, failed * scale, SHARED);
        bar(brush, middle, 0, alone * scale, Ink.B);
        brush.words(
                failed == 0 ? "%,d pass".formatted(passed) : "%,d fail, %,d pass".formatted(failed, passed),
                new Point(LABEL + BAR + 10, middle),
                Ink.TEXT,
                LETTERS);
    }

    private static void legend(Brush brush, double middle) {
        var colors = List.of(Ink.B, SHARED, Ink.QUIET);
        var words = List.of("fail this alone", "fail others too", "pass");
        for (int i = 0; i < colors.size(); i++) {
            bar(brush, middle, i * 150.0, i * 150.0 + 2 * HALF, colors.get(i));
            brush.words(words.get(i), new Point(LABEL + i * 150.0 + 2 * HALF + 6, middle), Ink.TEXT, LETTERS);
        }
    }

    /** From and to are pixels right of the labels. */
    private static void bar(Brush brush, double middle, double from, double to, Color color) {
        brush.fill(
                List.of(
                        new Point(LABEL + from, middle - HALF),
                        new Point(LABEL + to, middle - HALF),
                        new Point(LABEL + to, middle + HALF),
                        new Point(LABEL + from, middle + HALF)),
                color);
    }
}
