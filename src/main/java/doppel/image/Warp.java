package doppel.image;

import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Carries a picture through a similarity, with resampling that fits the change of scale.
 *
 * <p>Making a picture larger interpolates with cubics. Making it smaller would skip pixels and shimmer, so it is cut
 * at a whole multiple of the wanted size and averaged down. The book's converter asks for neither and gets the nearest
 * pixel, which shows as steps along every edge.
 *
 * <p>Book: chapter 5 (aligned face) and chapter 7 (pasting it back).
 */
public final class Warp {

    /** Beyond eight samples a side nothing more is seen, and the memory would grow without end. */
    private static final int MOST_SAMPLES = 8;

    /** What a pixel outside of the source looks like. */
    public enum Outside {
        /** the nearest edge pixel, repeated */
        EDGE(opencv_core.BORDER_REPLICATE),
        /** black, or 0 in a mask */
        BLACK(opencv_core.BORDER_CONSTANT);

        private final int border;

        Outside(int border) {
            this.border = border;
        }
    }

    private Warp() {}

    /**
     * @param move from pixels of {@code picture} to pixels of the result
     * @return a new picture of {@code width} x {@code height} pixels
     */
    public static BufferedImage picture(
            BufferedImage picture, Similarity move, int width, int height, Outside outside) {
        try (var scope = new PointerScope()) {
            return Mats.picture(warp(Mats.of(picture), move, width, height, outside));
        }
    }

    /**
     * @param move from pixels of {@code mask} to pixels of the result
     * @return a new mask of {@code width} x {@code height} pixels
     */
    public static Mask mask(Mask mask, Similarity move, int width, int height, Outside outside) {
        try (var scope = new PointerScope()) {
            return Mats.mask(warp(Mats.of(mask), move, width, height, outside));
        }
    }

    /**
     * The same with a resampling of one's own, one sample a pixel: for seeing what it does.
     *
     * @param resampling not {@link Resampling#AREA}, which has no meaning where a picture is turned
     * @throws IllegalArgumentException if it is
     */
    public static BufferedImage picture(
            BufferedImage picture, Similarity move, int width, int height, Outside outside, Resampling resampling) {
        if (resampling == Resampling.AREA) {
            throw new IllegalArgumentException(
                    "a picture that may be turned cannot be resampled by AREA: leave the resampling out");
        }
        try (var scope = new PointerScope()) {
            return Mats.picture(cut(Mats.of(picture), move, width, height, outside, resampling));
        }
    }

    /** The whole picture at another size; the two sides may change by different factors. */
    public static BufferedImage resize(BufferedImage picture, int width, int height) {
        var smaller = width < picture.getWidth() || height < picture.getHeight();
        return resize(picture, width, height, smaller ? Resampling.AREA : Resampling.CUBIC);
    }

    /** The same with a resampling of one's own: for seeing what it does. */
    public static BufferedImage resize(BufferedImage picture, int width, int height, Resampling resampling) {
        try (var scope = new PointerScope()) {
            var result = new Mat();
            opencv_imgproc.resize(Mats.of(picture), result, new Size(width, height), 0, 0, resampling.flag);
            return Mats.picture(result);
        }
    }

    /** The same on a {@code Mat} of any depth and number of channels; the caller's scope owns the result. */
    public static Mat warp(Mat source, Similarity move, int width, int height, Outside outside) {
        var samples = (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(1 / move.scale() - 0.05)));
        var fine = move.then(Similarity.scaling(samples));
        var resampling = fine.scale() > 1 ? Resampling.CUBIC : Resampling.LINEAR;
        var cut = cut(source, fine, width * samples, height * samples, outside, resampling);
        if (samples == 1) {
            return cut;
        }
        var result = new Mat();
        opencv_imgproc.resize(cut, result, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
        return result;
    }

    private static Mat cut(Mat source, Similarity move, int width, int height, Outside outside, Resampling resampling) {
        var cut = new Mat();
        opencv_imgproc.warpAffine(
                source, cut, matrix(move), new Size(width, height), resampling.flag, outside.border, Scalar.all(0));
        return cut;
    }

    /** OpenCV counts from the center of the first pixel, Doppel from its corner: half a pixel apart. */
    private static Mat matrix(Similarity move) {
        var centered = Similarity.shifting(0.5, 0.5).then(move).then(Similarity.shifting(-0.5, -0.5));
        var matrix = new Mat(2, 3, opencv_core.CV_64F);
        var values = matrix.<java.nio.DoubleBuffer>createBuffer();
        values.put(
                new double[] {centered.a(), -centered.b(), centered.dx(), centered.b(), centered.a(), centered.dy()});
        return matrix;
    }
}
