package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.NumberGrid;
import doppel.model.Kernel;
import java.awt.image.BufferedImage;

/**
 * A kernel's numbers, the picture that it slides over, and what it answers, pixel beside pixel.
 *
 * <p>Answers of a kernel whose numbers add up to about 1 are shown as a picture, those of others in blue and vermilion.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers".
 */
public final class KernelPicture {

    private static final int NUMBERS = 210;
    private static final int GAP = 46;
    private static final int CAPTION = 34;
    private static final int MOST_PIXELS = 272;
    private static final int LETTERS = 13;

    private KernelPicture() {}

    /**
     * @param picture of at most 128 pixels a side, best 64
     * @param stride pixels from one place of the kernel to the next
     * @param padding zeros around the picture
     */
    public static BufferedImage of(Kernel kernel, BufferedImage picture, int stride, int padding) {
        var seen = NumberGrid.lightness(picture);
        var answer = kernel.apply(seen, stride, padding);
        var times = Math.max(1, MOST_PIXELS / Math.max(seen.width(), seen.height()));
        var before = Shades.enlarged(Shades.gray(seen), times);
        var keeps = Math.abs(kernel.sum() - 1) < 0.25 && !kernel.name().equals("emboss");
        var after = Shades.enlarged(keeps ? Shades.gray(answer) : Shades.signed(answer, strongest(answer)), times);

        var tall = Math.max(MOST_PIXELS + 4 * times, Math.max(before.getHeight(), after.getHeight()));
        var sheet = Brush.paper(
                NUMBERS + GAP + before.getWidth() + GAP + Math.max(after.getWidth(), MOST_PIXELS + 4 * times),
                tall + CAPTION);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            var numbers = new float[kernel.side() * kernel.side()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = kernel.numbers().get(i).floatValue();
            }
            var table = NumberTable.signed(
                    new NumberGrid(kernel.side(), kernel.side(), numbers), (NUMBERS - 10) / kernel.side());
            var middle = tall / 2.0;
            table.draw(brush, new Point(5, middle - table.height() / 2.0));
            var x = NUMBERS + GAP;
            brush.picture(before, new Point(x, middle - before.getHeight() / 2.0));
            var end = x + before.getWidth();
            brush.arrow(new Point(end + 8, middle), new Point(end + GAP - 12, middle), Ink.TEXT, 2);
            brush.picture(after, new Point(end + GAP, middle - after.getHeight() / 2.0));

            var line = tall + CAPTION / 2.0;
            brush.letters(
                    kernel.name() + ", sum " + rounded(kernel.sum()),
                    new Point(NUMBERS / 2.0, line),
                    Ink.TEXT,
                    LETTERS);
            brush.letters(size(seen), new Point(x + before.getWidth() / 2.0, line), Ink.TEXT, LETTERS);
            var formula = "(%d + 2 × %d − %d) / %d + 1 = %d"
                    .formatted(seen.width(), padding, kernel.side(), stride, answer.width());
            brush.letters(
                    size(answer) + ",  " + formula,
                    new Point(end + GAP + (sheet.getWidth() - end - GAP) / 2.0, line),
                    Ink.TEXT,
                    LETTERS);
        }
        return sheet;
    }

    /** Half of the strongest answer has the full color already: the strongest is an edge of the padding. */
    private static double strongest(NumberGrid answer) {
        return Shades.strongest(answer) / 2;
    }

    private static String size(NumberGrid grid) {
        return grid.width() + " × " + grid.height();
    }

    private static String rounded(double sum) {
        return String.valueOf(Math.round(100 * sum) / 100.0).replaceFirst("\\.0$", "");
    }
}
