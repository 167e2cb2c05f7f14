package doppel.figure;

import doppel.clean.PoseCoverage;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/**
 * Which way the heads point: yaw to the right, pitch downwards, one number of faces a cell, A beside B.
 *
 * <p>Cells with a thick frame on A's map are poses that B needs and A has shown too seldom.
 *
 * <p>Book: chapter 3, "Understanding the value of variety", pose.
 */
public final class PoseMap {

    private static final int CELL = 36;
    private static final int GAP = 60;
    private static final int LEFT = 56;
    private static final int TOP = 36;
    private static final int FOOT = 92;
    private static final int LETTERS = 13;

    private PoseMap() {}

    public static BufferedImage of(PoseCoverage coverage) {
        var map = PoseCoverage.COLUMNS * CELL;
        var sheet = Brush.paper(LEFT + 2 * map + GAP, TOP + PoseCoverage.ROWS * CELL + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            draw(
                    brush,
                    LEFT,
                    coverage.countsA(),
                    Ink.A,
                    "A: " + coverage.people().get(0));
            draw(
                    brush,
                    LEFT + map + GAP,
                    coverage.countsB(),
                    Ink.B,
                    "B: " + coverage.people().get(1));
            markMissing(brush, coverage);
            var words = "A has shown %.0f %% of B's poses at least %d times; the two maps overlap by %.0f %%"
                    .formatted(100 * coverage.coverage(), PoseCoverage.FEWEST, 100 * coverage.overlap());
            brush.letters(words, new Point(sheet.getWidth() / 2.0, sheet.getHeight() - 14), Ink.TEXT, LETTERS + 1);
        }
        return sheet;
    }

    private static void draw(Brush brush, int left, int[][] counts, Color color, String title) {
        var most = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1);
        for (int row = 0; row < PoseCoverage.ROWS; row++) {
            for (int column = 0; column < PoseCoverage.COLUMNS; column++) {
                var count = counts[row][column];
                // a share of the square root: a cell with 3 faces must not look like one with none
                var strength = Math.sqrt((double) count / Math.max(1, most));
                var middle = middle(left, row, column);
                brush.fill(square(middle, CELL / 2.0 - 1), mixed(color, strength));
                if (count > 0) {
                    brush.letters(Integer.toString(count), middle, strength > 0.55 ? Ink.PAPER : Ink.TEXT, LETTERS - 1);
                }
            }
            var pitch = (row - PoseCoverage.ROWS / 2) * PoseCoverage.DEGREES;
            brush.letters(
                    "%d".formatted(pitch),
                    new Point(left - 16, middle(left, row, 0).y()),
                    Ink.TEXT,
                    LETTERS - 1);
        }
        var bottom = TOP + PoseCoverage.ROWS * CELL;
        for (int column = 0; column < PoseCoverage.COLUMNS; column++) {
            var yaw = (column - PoseCoverage.COLUMNS / 2) * PoseCoverage.DEGREES;
            brush.letters(
                    "%d".formatted(yaw), new Point(middle(left, 0, column).x(), bottom + 12), Ink.TEXT, LETTERS - 1);
        }
        var center = left + PoseCoverage.COLUMNS * CELL / 2.0;
        brush.letters(title, new Point(center, TOP / 2.0), color, LETTERS + 2);
        brush.letters("yaw (degrees)", new Point(center, bottom + 34), Ink.TEXT, LETTERS);
        brush.letters("pitch", new Point(left - 32, TOP - 10), Ink.TEXT, LETTERS);
    }

    private static void markMissing(Brush brush, PoseCoverage coverage) {
        var ofA = coverage.countsA();
        var ofB = coverage.countsB();
        for (int row = 0; row < PoseCoverage.ROWS; row++) {
            for (int column = 0; column < PoseCoverage.COLUMNS; column++) {
                if (ofB[row][column] > 0 && ofA[row][column] < PoseCoverage.FEWEST) {
                    brush.dashes(square(middle(LEFT, row, column), CELL / 2.0 - 2), Ink.B, 3);
                }
            }
        }
    }

    private static Point middle(int left, int row, int column) {
        return new Point(left + (column + 0.5) * CELL, TOP + (row + 0.5) * CELL);
    }

    private static List<Point> square(Point middle, double half) {
        return List.of(
                middle.plus(new Point(-half, -half)),
                middle.plus(new Point(half, -half)),
                middle.plus(new Point(half, half)),
                middle.plus(new Point(-half, half)));
    }

    /** From nearly paper to the full color. */
    private static Color mixed(Color color, double strength) {
        var share = strength == 0 ? 0.03 : 0.12 + 0.88 * strength;
        return new Color(
                (int) Math.round(255 + share * (color.getRed() - 255)),
                (int) Math.round(255 + share * (color.getGreen() - 255)),
                (int) Math.round(255 + share * (color.getBlue() - 255)));
    }
}
