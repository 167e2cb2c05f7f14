package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.NumberGrid;
import doppel.model.DepthToSpace;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The pixel shuffle, number by number: four channels on the left, each in its color, and the grid that they become.
 *
 * <p>Book: chapter 6, the upscaler.
 */
public final class ShufflePicture {

    private static final int CELL = 44;
    private static final int GAP = 18;
    private static final int ARROW = 70;
    private static final int CAPTION = 30;
    private static final int LETTERS = 13;
    private static final double PALE = 0.45;

    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);

    private ShufflePicture() {}

    /** @param channels four small grids of one size */
    public static BufferedImage of(List<NumberGrid> channels) {
        var large = DepthToSpace.shuffle(channels);
        var small = channels.get(0);
        var wide = CELL * small.width();
        var tall = CELL * large.height();
        var sheet = Brush.paper(4 * (wide + GAP) - GAP + ARROW + CELL * large.width() + 2, tall + CAPTION + 1);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            for (int channel = 0; channel < 4; channel++) {
                var color = pale(channel);
                var left = channel * (wide + GAP);
                new NumberTable(channels.get(channel), CELL, place -> color)
                        .draw(brush, new Point(left, tall / 2.0 - CELL * small.height() / 2.0));
                brush.letters(
                        "channel " + channel, new Point(left + wide / 2.0, tall + CAPTION / 2.0), Ink.TEXT, LETTERS);
            }
            var end = 4 * (wide + GAP) - GAP;
            brush.arrow(new Point(end + 12, tall / 2.0), new Point(end + ARROW - 16, tall / 2.0), Ink.TEXT, 2);
            new NumberTable(large, CELL, place -> pale(place / large.width() % 2 * 2 + place % large.width() % 2))
                    .draw(brush, new Point(end + ARROW, 0));
            brush.letters(
                    "%d × %d × 4  →  %d × %d × 1"
                            .formatted(small.width(), small.height(), large.width(), large.height()),
                    new Point(end + ARROW + CELL * large.width() / 2.0, tall + CAPTION / 2.0),
                    Ink.TEXT,
                    LETTERS);
        }
        return sheet;
    }

    private static Color pale(int channel) {
        return Shades.mixed(Ink.PAPER, COLORS.get(channel), PALE);
    }
}
