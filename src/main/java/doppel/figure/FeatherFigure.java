package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import doppel.swap.SwapSteps;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How soft the edge of a swap is: the composite, its edge four times enlarged, and the mask as a heat map.
 *
 * <p>Book: chapter 7, whose mask is cut hard; feather and erosion are beyond the book.
 */
public final class FeatherFigure {

    private static final int SIDE = 270;

    private FeatherFigure() {}

    public static Gallery of(SwapSteps steps) {
        return Gallery.of()
                .withColumns(3)
                .withHeight(SIDE)
                .with("the swap; the square is enlarged", composite(steps))
                .with("its edge, 4 times", EdgeZoom.of(steps.composite(), steps.face(), SIDE))
                .with("mask: none, blue half, yellow all", heat(steps.blend().own(), steps.mask()));
    }

    private static BufferedImage composite(SwapSteps steps) {
        var scale = (double) SIDE / steps.composite().getHeight();
        var picture = Made.swap(steps.composite(), SIDE);
        var box = EdgeZoom.box(steps.face(), SIDE);
        try (var brush = Brush.on(picture, Similarity.scaling(scale))) {
            brush.outline(
                    List.of(
                            new Point(box.x(), box.y()),
                            new Point(box.right(), box.y()),
                            new Point(box.right(), box.bottom()),
                            new Point(box.x(), box.bottom())),
                    Ink.YELLOW,
                    2);
        }
        return picture;
    }

    /** The target's own face in gray, colored from blue to yellow by how much of it is painted over. */
    private static BufferedImage heat(BufferedImage own, Mask mask) {
        var heat = new BufferedImage(own.getWidth(), own.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < own.getHeight(); y++) {
            for (int x = 0; x < own.getWidth(); x++) {
                var share = mask.at(x, y);
                var light = own.getRaster().getSample(x, y, 1) / 255.0;
                var gray = Shades.mixed(Color.BLACK, Color.WHITE, light);
                var color = Shades.mixed(Ink.A, Ink.YELLOW, 2 * share - 1);
                heat.setRGB(
                        x,
                        y,
                        Shades.mixed(gray, color, 0.75 * Math.min(1, 2 * share)).getRGB());
            }
        }
        return Warp.resize(heat, SIDE, SIDE);
    }
}
