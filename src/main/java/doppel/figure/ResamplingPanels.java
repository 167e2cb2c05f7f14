package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Resampling;
import doppel.image.Warp;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * The decoded right eye, resampled in three ways: enlarged to the size that faces are blended at, and from there turned
 * and shifted back into the frame. Each of the resulting pixels is shown as a square.
 *
 * <p>Book: chapter 7; the published converter takes the nearest pixel in both places.
 */
public final class ResamplingPanels {

    private static final List<Resampling> WAYS = List.of(Resampling.NEAREST, Resampling.LINEAR, Resampling.CUBIC);
    private static final int WIDTH = 56;
    private static final int HEIGHT = 38;

    /** Pixels of the page for each pixel of the picture. */
    private static final int TIMES = 5;

    private ResamplingPanels() {}

    public static Gallery of(SwapSteps steps) {
        var gallery = Gallery.of().withColumns(WAYS.size()).withHeight(TIMES * HEIGHT);
        for (var way : WAYS) {
            gallery = gallery.with(
                    "%d to %d, %s".formatted(steps.cut().size(), size(steps), name(way)),
                    eye(large(steps, way), eyeInCrop(steps)));
        }
        for (var way : WAYS) {
            gallery = gallery.with("in the frame, " + name(way), eye(back(steps, way), eyeInFrame(steps)));
        }
        return gallery;
    }

    private static BufferedImage large(SwapSteps steps, Resampling way) {
        return Warp.resize(steps.decoded(), size(steps), size(steps), way);
    }

    private static BufferedImage back(SwapSteps steps, Resampling way) {
        var frame = steps.frame();
        var move = toCrop(steps).inverse();
        return Warp.picture(large(steps, way), move, frame.getWidth(), frame.getHeight(), Warp.Outside.BLACK, way);
    }

    /** A piece about the eye, its pixels enlarged. */
    private static BufferedImage eye(BufferedImage picture, Point eye) {
        var corner = Similarity.shifting(Math.round(WIDTH / 2.0 - eye.x()), Math.round(HEIGHT / 2.0 - eye.y()));
        var piece = Warp.picture(picture, corner, WIDTH, HEIGHT, Warp.Outside.EDGE, Resampling.NEAREST);
        return Made.swap(Warp.resize(piece, TIMES * WIDTH, TIMES * HEIGHT, Resampling.NEAREST), TIMES * HEIGHT);
    }

    private static Point eyeInFrame(SwapSteps steps) {
        return Point.mean(steps.face().landmarks().rightEye());
    }

    private static Point eyeInCrop(SwapSteps steps) {
        return toCrop(steps).apply(eyeInFrame(steps));
    }

    private static Similarity toCrop(SwapSteps steps) {
        return steps.face().toFaceUnits().then(steps.cut().withSize(size(steps)).fromFaceUnits());
    }

    private static int size(SwapSteps steps) {
        return steps.matched().getWidth();
    }

    private static String name(Resampling way) {
        return way == Resampling.NEAREST ? "nearest (the book)" : way.name().toLowerCase(Locale.ROOT);
    }
}
