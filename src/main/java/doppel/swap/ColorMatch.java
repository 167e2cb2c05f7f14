package doppel.swap;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/**
 * Brings the colors of a swapped face to those of the frame, measured inside the mask only.
 *
 * <p>The decoder learned the light of person A's clip. Without a color match the face looks cut out and stuck on,
 * however well it is drawn; the book's converter has none.
 *
 * <p>Book: chapter 7. Source: E. Reinhard et al., "Color Transfer between Images", IEEE Computer Graphics and
 * Applications 21(5), 2001.
 */
public enum ColorMatch {
    /** leaves the decoder's colors: choose it to see what the decoder really drew */
    NONE,
    /** moves the mean of L*, a* and b* to the frame's: safe, keeps the decoder's contrast */
    MEAN,
    /** moves mean and spread: follows a change of contrast too; can harden a face that is half in shadow */
    MEAN_AND_SPREAD;

    /** A spread may at most halve or double, so that a flat face is not blown up into noise. */
    private static final double MOST_GAIN = 2;

    private static final double LEAST_SPREAD = 0.1;

    /**
     * @param face the swapped face
     * @param reference the target's own face in the same crop
     * @param mask what belongs to the face; values above one half are measured
     * @return a new picture of {@code face} in the colors of {@code reference}
     * @throws IllegalArgumentException if the three sizes differ
     */
    public BufferedImage apply(BufferedImage face, BufferedImage reference, Mask mask) {
        requireOneSize(face, reference, mask);
        if (this == NONE) {
            return face;
        }
        try (var scope = new PointerScope()) {
            var inside = new Mat();
            opencv_imgproc.threshold(Mats.of(mask), inside, 127, 255, opencv_imgproc.THRESH_BINARY);
            if (opencv_core.countNonZero(inside) == 0) {
                return face;
            }
            var lab = lab(face);
            var from = Statistics.of(lab, inside);
            var to = Statistics.of(lab(reference), inside);
            var channels = new MatVector();
            opencv_core.split(lab, channels);
            for (int channel = 0; channel < 3; channel++) {
                var gain = this == MEAN ? 1 : gain(from.spread[channel], to.spread[channel]);
                var shift = to.mean[channel] - gain * from.mean[channel];
                channels.get(channel).convertTo(channels.get(channel), opencv_core.CV_32F, gain, shift);
            }
            opencv_core.merge(channels, lab);
            return picture(lab);
        }
    }

    private static double gain(double from, double to) {
        var gain = Math.max(to, LEAST_SPREAD) / Math.max(from, LEAST_SPREAD);
        return Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, gain));
    }

    /** (height, width, 3), 32-bit: L* 0 to 100, a* and b* about -127 to 127. */
    private static Mat lab(BufferedImage picture) {
        var lab = new Mat();
        Mats.of(picture).convertTo(lab, opencv_core.CV_32F, 1 / 255.0, 0);
        opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_BGR2Lab);
        return lab;
    }

    private static BufferedImage picture(Mat lab) {
        var bgr = new Mat();
        opencv_imgproc.cvtColor(lab, bgr, opencv_imgproc.COLOR_Lab2BGR);
        bgr.convertTo(bgr, opencv_core.CV_8U, 255, 0);
        return Mats.picture(bgr);
    }

    private static void requireOneSize(BufferedImage face, BufferedImage reference, Mask mask) {
        if (face.getWidth() != reference.getWidth()
                || face.getHeight() != reference.getHeight()
                || face.getWidth() != mask.width()
                || face.getHeight() != mask.height()) {
            throw new IllegalArgumentException(
                    "face, reference and mask must have one size, got %d x %d, %d x %d and %d x %d"
                            .formatted(
                                    face.getWidth(),
                                    face.getHeight(),
                                    reference.getWidth(),
                                    reference.getHeight(),
                                    mask.width(),
                                    mask.height()));
        }
    }

    /** Mean and spread (standard deviation) of each channel inside the mask. */
    private record Statistics(double[] mean, double[] spread) {

        static Statistics of(Mat lab, Mat inside) {
            var mean = new Mat();
            var spread = new Mat();
            opencv_core.meanStdDev(lab, mean, spread, inside);
            return new Statistics(values(mean), values(spread));
        }

        private static double[] values(Mat threeNumbers) {
            var values = new double[3];
            new DoublePointer(threeNumbers.data()).get(values);
            return values;
        }
    }
}
