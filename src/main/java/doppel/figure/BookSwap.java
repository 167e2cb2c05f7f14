package doppel.figure;

import doppel.image.Mask;
import doppel.image.Resampling;
import doppel.image.Warp;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;

/**
 * The same decoded face, put into the frame as the book's converter does it:
 *
 * <ol>
 *   <li>enlarge it by repeating pixels;
 *   <li>cut it hard at the mask, into the target's own crop, in the decoder's colors;
 *   <li>paste the whole square, background and all, taking the nearest pixel again.
 * </ol>
 *
 * <p>It is here to be looked at beside ours, and nothing else uses it.
 *
 * <p>Book: chapter 7, "Getting hands-on with the convert code".
 */
public final class BookSwap {

    /** The book's mask has 256 steps; above this one a pixel is face. */
    private static final double CUT = 200 / 255.0;

    private static final int SIDE = 400;

    private BookSwap() {}

    /** The book's way, labeled, {@value #SIDE} pixels high. */
    public static BufferedImage book(SwapSteps steps) {
        return Made.swap(paste(steps), SIDE);
    }

    /** Ours, labeled, {@value #SIDE} pixels high. */
    public static BufferedImage ours(SwapSteps steps) {
        return Made.swap(steps.composite(), SIDE);
    }

    /** Both edges, four times enlarged. */
    public static Gallery edges(SwapSteps steps) {
        return Gallery.of()
                .withColumns(2)
                .withHeight(SIDE)
                .with("the book: a hard edge, the decoder's colors", EdgeZoom.of(paste(steps), steps.face(), SIDE))
                .with("ours: a feathered edge, the frame's colors", EdgeZoom.of(steps.composite(), steps.face(), SIDE));
    }

    private static BufferedImage paste(SwapSteps steps) {
        var own = steps.blend().own();
        var size = own.getWidth();
        var square = cutHard(
                own,
                Warp.resize(steps.decoded(), size, size, Resampling.NEAREST),
                steps.blend().measured());
        var toFrame = steps.face()
                .toFaceUnits()
                .then(steps.cut().withSize(size).fromFaceUnits())
                .inverse();
        var width = steps.frame().getWidth();
        var height = steps.frame().getHeight();
        var paint = Warp.picture(square, toFrame, width, height, Warp.Outside.BLACK, Resampling.NEAREST);
        var where = Warp.mask(Mask.filled(size, size, 1), toFrame, width, height, Warp.Outside.BLACK);
        return cutHard(steps.frame(), paint, where);
    }

    /** {@code above} where the mask is nearly 1, {@code below} elsewhere. */
    private static BufferedImage cutHard(BufferedImage below, BufferedImage above, Mask mask) {
        var result = new BufferedImage(below.getWidth(), below.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < below.getHeight(); y++) {
            for (int x = 0; x < below.getWidth(); x++) {
                result.setRGB(x, y, mask.at(x, y) > CUT ? above.getRGB(x, y) : below.getRGB(x, y));
            }
        }
        return result;
    }
}
