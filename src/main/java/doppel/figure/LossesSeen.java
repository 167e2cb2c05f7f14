package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mats;
import doppel.image.NumberGrid;
import doppel.image.Warp;
import doppel.train.LossKind;
import doppel.train.LossMap;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What each loss sees in pictures that differ from one target: a row for every picture with one map a loss, its number,
 * and how much that is of the number for the last picture.
 *
 * <pre>{@code LossesSeen.of(face, weights).with("blurred", Retouch.blurred(face, 1)).with("someone else",
 * other).draw()}</pre>
 *
 * <p>All maps of one loss have one scale. Losses cannot be compared by their numbers, so they are compared by the
 * share. The map of the frequencies has waves and not pixels, the longest in the middle, short ones at the edge, and
 * each has a scale of its own: which ones are missing is what it tells.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loss.
 */
public final class LossesSeen {

    private static final int SIDE = 96;
    private static final int GAP = 6;
    private static final int CAPTION = 22;
    private static final int ROW = SIDE + CAPTION;
    private static final int LETTERS = 12;
    private static final int LINE = 15;
    private static final int PAIR_SIDE = 176;

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

    /**
     * One pair, large: both pictures, and what each loss sees in their difference.
     *
     * @param drawn by a network: it is labeled as such
     */
    public static Gallery pair(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var gallery = Gallery.of()
                .withColumns(5)
                .withHeight(PAIR_SIDE)
                .with("drawn", Made.face(drawn, PAIR_SIDE))
                .with("target", target);
        for (var map : LossMap.all(drawn, target, weights)) {
            var heat = heat(map, map.shares().most());
            gallery = gallery.with("%s %.4f".formatted(map.kind().words(), map.value()), heat);
        }
        return gallery;
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
        var kinds = LossKind.values();
        var sheet = Brush.paper((1 + kinds.length) * (SIDE + GAP) - GAP, (1 + looks.size()) * ROW);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            cell(brush, 0, 0, target, "target");
            for (var kind : kinds) {
                heading(brush, 1 + kind.ordinal(), kind);
            }
            for (int row = 0; row < looks.size(); row++) {
                draw(brush, 1 + row, looks.get(row));
            }
        }
        return sheet;
    }

    private void draw(Brush brush, int row, Look look) {
        cell(brush, 0, row, look.picture(), look.caption());
        for (int i = 0; i < look.maps().size(); i++) {
            var map = look.maps().get(i);
            var last = looks.get(looks.size() - 1).maps().get(i).value();
            var number = "%.4f".formatted(map.value());
            var isLast = look == looks.get(looks.size() - 1);
            var caption = isLast || last == 0 ? number : "%s = %.0f %%".formatted(number, 100 * map.value() / last);
            cell(brush, 1 + i, row, heat(map, most(map)), caption);
        }
    }

    private double most(LossMap map) {
        if (map.kind() == LossKind.FREQUENCY) {
            return map.shares().most();
        }
        return looks.stream()
                .mapToDouble(
                        look -> look.maps().get(map.kind().ordinal()).shares().most())
                .max()
                .orElseThrow();
    }

    private static BufferedImage heat(LossMap map, double most) {
        return Shades.enlarged(Shades.heat(map.shares(), Math.max(1e-12, DARKEST * most)), 2);
    }

    private static void cell(Brush brush, int column, int row, BufferedImage picture, String caption) {
        var left = column * (SIDE + GAP);
        brush.picture(Warp.resize(Mats.bgr(picture), SIDE, SIDE), new Point(left, (double) row * ROW));
        brush.letters(caption, new Point(left + SIDE / 2.0, row * ROW + SIDE + CAPTION / 2.0 - 1), Ink.TEXT, LETTERS);
    }

    private static void heading(Brush brush, int column, LossKind kind) {
        var middle = column * (SIDE + GAP) + SIDE / 2.0;
        var lines = new ArrayList<>(List.of(kind.words()));
        lines.addAll(sees(kind));
        for (int line = 0; line < lines.size(); line++) {
            var y = ROW - CAPTION / 2.0 - (lines.size() - 1 - line) * LINE;
            brush.letters(lines.get(line), new Point(middle, y), Ink.TEXT, line == 0 ? LETTERS + 1 : LETTERS - 1);
        }
    }

    private static List<String> sees(LossKind kind) {
        return switch (kind) {
            case ABSOLUTE -> List.of("how far off", "a color is");
            case SQUARED -> List.of("the square", "of that");
            case LOG_COSH -> List.of("half of", "the square");
            case STRUCTURE -> List.of("where edges", "are");
            case STRUCTURE_SCALES -> List.of("small ones and", "large ones");
            case GRADIENT -> List.of("how steep", "edges are");
            case LAPLACIAN -> List.of("details of", "every size");
            case FREQUENCY -> List.of("which waves", "are missing");
        };
    }
}
