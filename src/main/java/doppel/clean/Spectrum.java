package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * How strong the high spatial frequencies of a face are, in decibels.
 *
 * <ol>
 *   <li>Bring the gray values inside the mask to mean 0 and spread 1, so that a dark face does not count as blurred.
 *   <li>Fade them out towards the mask's edge, because an edge has all frequencies.
 *   <li>Transform to frequencies and pass over the low ones, those that a blur leaves.
 *   <li>Take the mean of the logarithms of the others: 0 is noise without any coarser detail, a face has less.
 * </ol>
 *
 * <p>Source: the idea of faceswap's sorting by "blur-fft".
 */
final class Spectrum {

    /** Lowest frequency that counts, as a share of the highest there is: waves of about 3.4 pixels. */
    private static final double LOWEST = 0.59;

    /** The edge fades over one part in this many of the side. */
    private static final int FADE = 32;

    /** Below this there is little but noise, which would pass for detail: gray values. */
    private static final double LEAST_SPREAD = 4;

    /** Nothing is weaker than what a perfectly flat picture has: -100 decibels. */
    private static final double FLOOR = 1e-10;

    private Spectrum() {}

    static double of(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var values = Masked.gray(Mats.of(face));
            var inside = Masked.inside(mask);
            standardize(values, inside);
            var fade = fade(inside);
            opencv_core.multiply(values, fade, values);
            var frequencies = new Mat();
            opencv_core.dft(values, frequencies, opencv_core.DFT_COMPLEX_OUTPUT, 0);
            return meanDecibels(frequencies, opencv_core.norm(fade));
        }
    }

    private static void standardize(Mat values, Mat inside) {
        var mean = new Mat();
        var spread = new Mat();
        opencv_core.meanStdDev(values, mean, spread, inside);
        var scale = 1 / Math.max(LEAST_SPREAD, new DoublePointer(spread.data()).get());
        values.convertTo(values, opencv_core.CV_32F, scale, -scale * new DoublePointer(mean.data()).get());
    }

    /** 0 outside of the mask and on its edge, rising to 1 inside. */
    private static Mat fade(Mat inside) {
        var fade = new Mat();
        inside.convertTo(fade, opencv_core.CV_32F, 2 / 255.0, 0);
        var sigma = (double) inside.cols() / FADE;
        opencv_imgproc.GaussianBlur(
                fade, fade, new Size(0, 0), sigma, sigma, opencv_core.BORDER_CONSTANT, opencv_core.ALGO_HINT_DEFAULT);
        fade.convertTo(fade, opencv_core.CV_32F, 1, -1);
        opencv_imgproc.threshold(fade, fade, 0, 0, opencv_imgproc.THRESH_TOZERO);
        return fade;
    }

    /** The lower half of the rows mirrors the upper one. */
    private static double meanDecibels(Mat frequencies, double norm) {
        var rows = frequencies.rows();
        var columns = frequencies.cols();
        var numbers = new float[2 * rows * columns];
        new FloatPointer(frequencies.data()).get(numbers);
        double sum = 0;
        var count = 0;
        for (int row = 0; row <= rows / 2; row++) {
            for (int column = 0; column < columns; column++) {
                if (2.0 * row / rows < LOWEST && 2.0 * Math.min(column, columns - column) / columns < LOWEST) {
                    continue;
                }
                double real = numbers[2 * (row * columns + column)];
                double imaginary = numbers[2 * (row * columns + column) + 1];
                sum += Math.log10(Math.max(FLOOR, (real * real + imaginary * imaginary) / (norm * norm)));
                count++;
            }
        }
        return 10 * sum / count;
    }
}
