package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Resampling;
import doppel.image.Warp;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One swap in six pictures: frame, crop, decoded, matched, mask, composite.
 *
 * <p>The two small faces are shown with their own pixels, as squares: that is all the network sees and draws.
 *
 * <p>Book: chapter 7, "Getting hands-on with the convert code".
 */
public final class SwapStrip {

    private static final int SIDE = 260;

    private SwapStrip() {}

    public static Gallery of(SwapSteps steps) {
        var pixels = steps.cut().size();
        return Gallery.of()
                .withColumns(3)
                .withHeight(SIDE)
                .with("1  the frame, and what is cut out", framed(steps))
                .with("2  the crop: %d pixels, to the encoder".formatted(pixels), squares(steps.crop()))
                .with("3  decoded: the other person", Made.swap(squares(steps.decoded()), SIDE))
                .with("4  enlarged, in the frame's colors", Made.swap(steps.matched(), SIDE))
                .with("5  the mask: how much is pasted", steps.mask().picture())
                .with("6  back in the frame", Made.swap(steps.composite(), SIDE));
    }

    private static BufferedImage squares(BufferedImage small) {
        return Warp.resize(small, SIDE, SIDE, Resampling.NEAREST);
    }

    /** The frame with the square that is cut out of it. */
    private static BufferedImage framed(SwapSteps steps) {
        var frame = steps.frame();
        var width = Math.round((float) SIDE * frame.getWidth() / frame.getHeight());
        var picture = Warp.resize(frame, width, SIDE);
        var size = steps.cut().size();
        var toFrame =
                steps.face().toFaceUnits().then(steps.cut().fromFaceUnits()).inverse();
        var square = List.of(new Point(0, 0), new Point(size, 0), new Point(size, size), new Point(0, size));
        try (var brush = Brush.on(picture, Similarity.scaling((double) SIDE / frame.getHeight()))) {
            brush.outline(toFrame.apply(square), Ink.YELLOW, 2);
        }
        return picture;
    }
}
