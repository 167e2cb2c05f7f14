package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How much fine detail a face has: the variance of its Laplacian inside the mask.
 *
 * <p>Divided by the variance of the coarser detail, so that a dark face does not count as blurred, and a shadow across
 * it does not either; times {@value #SCALE}, so that there is something before the decimal point.
 *
 * <p>Source: J. Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000.
 */
final class Sharpness {

    private static final double SCALE = 1000;

    /** Coarser detail is what a blur of one part in this many of the side removes: eyes and lips, no shadows. */
    private static final int COARSE = 32;

    /** Below this there is little but noise, which would pass for detail: gray values, squared. */
    private static final double LEAST_VARIANCE = 16;

    /** What rounding to whole gray values adds: a twelfth a pixel, of which the Laplacian adds up twenty. */
    private static final double ROUNDING = 20 / 12.0;

    private Sharpness() {}

    static double of(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var gray = new Mat();
            opencv_imgproc.cvtColor(Mats.of(face), gray, opencv_imgproc.COLOR_BGR2GRAY);
            gray.convertTo(gray, opencv_core.CV_32F);
            var edges = new Mat();
            opencv_imgproc.Laplacian(gray, edges, opencv_core.CV_32F);
            var smooth = new Mat();
            opencv_imgproc.GaussianBlur(gray, smooth, new Size(0, 0), (double) face.getWidth() / COARSE);
            opencv_core.subtract(gray, smooth, smooth);
            var inside = Masked.inside(mask);
            var fine = Math.max(0, variance(edges, inside) - ROUNDING);
            return SCALE * fine / Math.max(LEAST_VARIANCE, variance(smooth, inside));
        }
    }

    private static double variance(Mat values, Mat inside) {
        var mean = new Mat();
        var spread = new Mat();
        opencv_core.meanStdDev(values, mean, spread, inside);
        var deviation = new DoublePointer(spread.data()).get();
        return deviation * deviation;
    }
}
