package doppel.figure;

import doppel.image.Transfer;
import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * What goes wrong when numbers are averaged as if they were light, to be seen with one's own eyes.
 *
 * <p>Book: chapter 3, "Improving your data", linear color.
 */
public final class LinearProof {

    private static final int HIGH = 96;
    private static final int WIDE = 240;
    /** Large enough that no page melts two of them, which it would do by numbers. */
    private static final int SQUARE = 4;

    private static final int STAR = 1040;
    private static final int SMALLER = 4;
    private static final int SPOKES = 90;

    private LinearProof() {}

    /** Two colors side by side, and two answers to what they mix to; from afar, one of them is right. */
    public static Gallery mixing() {
        var empty = Gallery.of().withHeight(HIGH).withColumns(3);
        return row(row(row(empty, Color.BLACK, Color.WHITE), Color.RED, Color.GREEN), Color.RED, Color.BLUE);
    }

    /** A pattern of thin lines, and two ways of making it smaller. */
    public static Gallery shrinking() {
        var star = star();
        return Gallery.of()
                .withHeight(STAR / SMALLER)
                .with("by numbers", Transfer.LINEAR.shrink(star, SMALLER))
                .with("by light", Transfer.SRGB.shrink(star, SMALLER));
    }

    private static Gallery row(Gallery gallery, Color first, Color second) {
        var squares = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HIGH; y++) {
            for (int x = 0; x < WIDE; x++) {
                squares.setRGB(x, y, ((x / SQUARE + y / SQUARE) % 2 == 0 ? first : second).getRGB());
            }
        }
        return gallery.with("both, in small squares", squares)
                .with("mean of the numbers", mixed(squares, Transfer.LINEAR))
                .with("mean of the light", mixed(squares, Transfer.SRGB));
    }

    /** Two by two squares hold both colors twice, so one small pixel is the mixture. */
    private static BufferedImage mixed(BufferedImage squares, Transfer transfer) {
        var color = transfer.shrink(squares, 2 * SQUARE).getRGB(0, 0);
        var plain = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < HIGH; y++) {
            for (int x = 0; x < WIDE; x++) {
                plain.setRGB(x, y, color);
            }
        }
        return plain;
    }

    /** White spokes on black, thinner than they are apart. */
    private static BufferedImage star() {
        var star = new BufferedImage(STAR, STAR, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < STAR; y++) {
            for (int x = 0; x < STAR; x++) {
                var turn = Math.atan2(y - STAR / 2.0, x - STAR / 2.0) / (2 * Math.PI) * SPOKES;
                var radius = Math.hypot(x - STAR / 2.0, y - STAR / 2.0);
                var white = turn - Math.floor(turn) < 0.3 && radius < STAR * 0.48;
                star.setRGB(x, y, white ? 0xFFFFFF : 0);
            }
        }
        return star;
    }
}
