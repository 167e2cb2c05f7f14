package doppel.figure;

import doppel.image.NumberGrid;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;

/** Numbers as colors, one pixel a number. */
public final class Shades {

    private static final Color EMBER = new Color(0x4A1300);

    private Shades() {}

    /** Blue below 0, white at 0, vermilion above; the number farthest from 0 has the full color. */
    public static BufferedImage signed(NumberGrid grid) {
        return signed(grid, strongest(grid));
    }

    /** Blue below 0, white at 0, vermilion above, full at {@code strongest} and beyond. */
    public static BufferedImage signed(NumberGrid grid, double strongest) {
        return paint(grid, number -> mixed(Ink.PAPER, number < 0 ? Ink.A : Ink.B, Math.abs(number) / strongest));
    }

    /** Black at 0, white at 1; what lies beyond is cut off, as a screen would. */
    public static BufferedImage gray(NumberGrid grid) {
        return paint(grid, number -> mixed(Color.BLACK, Color.WHITE, number));
    }

    /** White at 0, then vermilion, then nearly black at {@code most} and beyond. */
    public static BufferedImage heat(NumberGrid grid, double most) {
        return paint(
                grid,
                number -> number < most / 2
                        ? mixed(Ink.PAPER, Ink.B, 2 * number / most)
                        : mixed(Ink.B, EMBER, 2 * number / most - 1));
    }

    /** Every pixel as a square of {@code times} by {@code times}, so that it can be counted. */
    public static BufferedImage enlarged(BufferedImage picture, int times) {
        var large = new BufferedImage(
                times * picture.getWidth(), times * picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, picture.getRGB(x / times, y / times));
            }
        }
        return large;
    }

    /** The largest distance from 0; a little above 0 if there is none. */
    static double strongest(NumberGrid grid) {
        return Math.max(1e-9, Math.max(grid.most(), -grid.least()));
    }

    /** A share of the way from one color to another. */
    static Color mixed(Color from, Color to, double share) {
        var part = Math.max(0, Math.min(1, share));
        return new Color(
                (int) Math.round(from.getRed() + part * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + part * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + part * (to.getBlue() - from.getBlue())));
    }

    private static BufferedImage paint(NumberGrid grid, DoubleFunction<Color> color) {
        var picture = new BufferedImage(grid.width(), grid.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++) {
                picture.setRGB(x, y, color.apply(grid.at(x, y)).getRGB());
            }
        }
        return picture;
    }
}
