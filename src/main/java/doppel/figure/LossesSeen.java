package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mats;
import doppel.image.NumberGrid;
import doppel.image.Warp;
import doppel.train.LossMap;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What each loss sees in pictures that differ from one target: below every picture one map a loss, its number, and how
 * much that is of the number for the last picture.
 *
 * <pre>{@code LossesSeen.of(face, weights).with("blurred", Retouch.blurred(face, 1)).with("someone else", other).draw()}</pre>
 *
 * <p>All maps of one loss have one scale. Losses cannot be compared by their numbers, so they are compared by the share.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loss.
 */
public final class LossesSeen {

    private static final int SIDE = 124;
    private static final int GAP = 8;
    private static final int CAPTION = 22;
    private static final int ROW = SIDE + CAPTION;
    private static final int LETTERS = 13;

    /** The largest error is one pixel somewhere; half of it has the darkest color already. */
    private static final double DARKEST = 0.5;

    private final BufferedImage target;
    private final NumberGrid weights;
    private final List<Look> looks;

    /** One picture, and what all losses see in it. */
    private record Look(String caption, BufferedImage picture, List<LossMap> maps) {}

    private LossesSeen(BufferedImage target, NumberGrid weights, List<Look> looks) {
        this.target = target;
        this.weights = weights;
        this.looks = List.copyOf(looks);
    }

    /** @param weights how much each pixel of {@code target} counts */
    public static LossesSeen of(BufferedImage target, NumberGrid weights) {
        return new LossesSeen(target, weights, List.of());
    }

    /** One more picture of the target's size; the last one is what the others are measured by. */
    public LossesSeen with(String caption, BufferedImage picture) {
        var more = new ArrayList<>(looks);
        more.add(new Look(caption, picture, LossMap.all(picture, target, weights)));
        return new LossesSeen(target, weights, more);
    }

    /**
     * @throws IllegalStateException if there is no picture
     */
    public BufferedImage draw() {
        if (looks.isEmpty()) {
            throw new IllegalStateException("there is nothing to compare with the target: add a picture with with()");
        }
        var losses = looks.get(0).maps().size();
        var sheet = Brush.paper((1 + looks.size()) * (SIDE + GAP) - GAP, (1 + losses) * ROW);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            cell(brush, 0, 0, Warp.resize(Mats.bgr(target), SIDE, SIDE), "target");
            for (int row = 0; row < losses; row++) {
                var name = looks.get(0).maps().get(row).loss();
                brush.letters(name, new Point(SIDE / 2.0, (row + 1) * ROW + SIDE / 2.0 - 9), Ink.TEXT, LETTERS + 2);
                brush.letters(
                        words(name), new Point(SIDE / 2.0, (row + 1) * ROW + SIDE / 2.0 + 11), Ink.TEXT, LETTERS - 2);
            }
            for (int column = 0; column < looks.size(); column++) {
                draw(brush, column);
            }
        }
        return sheet;
    }

    private void draw(Brush brush, int column) {
        var look = looks.get(column);
        cell(brush, column + 1, 0, Warp.resize(Mats.bgr(look.picture()), SIDE, SIDE), look.caption());
        for (int row = 0; row < look.maps().size(); row++) {
            var map = look.maps().get(row);
            var last = looks.get(looks.size() - 1).maps().get(row).value();
            var heat = Shades.enlarged(Shades.heat(map.shares(), DARKEST * most(row)), 2);
            var number = "%.4f".formatted(map.value());
            cell(
                    brush,
                    column + 1,
                    row + 1,
                    Warp.resize(heat, SIDE, SIDE),
                    last > 0 ? "%s  =  %.0f %%".formatted(number, 100 * map.value() / last) : number);
        }
    }

    private double most(int row) {
        return looks.stream()
                .mapToDouble(look -> look.maps().get(row).shares().most())
                .max()
                .orElseThrow();
    }

    private static void cell(Brush brush, int column, int row, BufferedImage picture, String caption) {
        var left = column * (SIDE + GAP);
        brush.picture(picture, new Point(left, (double) row * ROW));
        brush.letters(caption, new Point(left + SIDE / 2.0, row * ROW + SIDE + CAPTION / 2.0 - 1), Ink.TEXT, LETTERS);
    }

    private static String words(String loss) {
        return switch (loss) {
            case "absolute" -> "how far off a color is";
            case "squared" -> "the square of that";
            default -> "where edges are";
        };
    }
}
