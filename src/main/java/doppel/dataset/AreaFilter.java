package doppel.dataset;

import java.nio.DoubleBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;

/**
 * Makes every pixel the mean of its surroundings, as wide as a pixel of a smaller picture is, so that this can be cut
 * with one sample a pixel and still every stored pixel has a share in it.
 *
 * <p>A cut between pixels takes the mean of the nearest ones, by their distance, and so softens too. The two together
 * are as wide as the small pixel: the same variance, {@code scale * scale / 12}. Filtered once when a face is loaded, a
 * face in a batch costs a third of what several samples a pixel cost, and is as sharp.
 */
final class AreaFilter {

    /** Of a cut at any place between two pixels: {@code p (1 - p)}, on average over p. */
    private static final double VARIANCE_OF_CUT = 1.0 / 6;

    private AreaFilter() {}

    /** @param scale pixels of {@code picture} for one pixel that will be cut; 1 or less leaves all as it is */
    static Mat apply(Mat picture, double scale) {
        var weights = kernel(scale);
        var kernel = new Mat(1, weights.length, opencv_core.CV_64F);
        kernel.<DoubleBuffer>createBuffer().put(weights);
        var filtered = new Mat();
        opencv_imgproc.sepFilter2D(
                picture, filtered, -1, kernel, kernel, new Point(-1, -1), 0, opencv_core.BORDER_REPLICATE);
        return filtered;
    }

    /** So many pixels whole, and a part of the next one on either side. */
    static double[] kernel(double scale) {
        var variance = Math.max(0, scale * scale / 12 - VARIANCE_OF_CUT);
        int whole = 0; // on either side; with the middle they have the variance whole (whole + 1) / 3
        while ((whole + 1) * (whole + 2) / 3.0 <= variance) {
            whole++;
        }
        var count = 2 * whole + 1;
        var end = whole + 1;
        var part = count * (variance - whole * end / 3.0) / (2 * (end * end - variance));
        var kernel = new double[count + 2];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (i == 0 || i == kernel.length - 1 ? part : 1) / (count + 2 * part);
        }
        return kernel;
    }
}
