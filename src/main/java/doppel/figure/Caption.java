package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;

/** A line of words below a whole figure. */
final class Caption {

    private static final int HEIGHT = 26;
    private static final int LETTERS = 14;

    private Caption() {}

    static BufferedImage below(BufferedImage figure, String words) {
        var sheet = Brush.paper(figure.getWidth(), figure.getHeight() + HEIGHT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.picture(figure, new Point(0, 0));
            brush.letters(
                    words, new Point(figure.getWidth() / 2.0, figure.getHeight() + HEIGHT / 2.0), Ink.TEXT, LETTERS);
        }
        return sheet;
    }
}
