package doppel.evaluate;

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
 * Structural similarity: whether two pictures have the same edges and textures, 1 for equal pictures.
 *
 * <p>Around every pixel it compares mean, contrast and correlation of the gray values. A blurred face loses contrast
 * and is punished for it, where {@link Psnr} hardly notices.
 *
 * <p>Source: Z. Wang et al., "Image quality assessment: from error visibility to structural similarity", IEEE
 * Transactions on Image Processing 13(4), 2004: Gaussian window of 11 x 11 pixels, sigma 1.5, K1 = 0.01, K2 = 0.03.
 */
public final class Ssim {

    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    private Ssim() {}

    /**
     * @param mask where to take the mean: pixels whose value is above one half
     * @return -1 to 1
     * @throws IllegalArgumentException if the sizes differ or the mask is empty
     */
    public static double inside(BufferedImage picture, BufferedImage truth, Mask mask) {
        var region = Region.of(picture, truth, mask);
        double sum = 0;
        long count = 0;
        try (var scope = new PointerScope()) {
            var x = gray(picture);
            var y = gray(truth);
            var meanX = values(blurred(x));
            var meanY = values(blurred(y));
            var squareX = values(blurred(product(x, x)));
            var squareY = values(blurred(product(y, y)));
            var cross = values(blurred(product(x, y)));
            for (int i = 0; i < region.length; i++) {
                if (region[i]) {
                    sum += at(meanX[i], meanY[i], squareX[i], squareY[i], cross[i]);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static double at(double meanX, double meanY, double squareX, double squareY, double cross) {
        var varianceX = squareX - meanX * meanX;
        var varianceY = squareY - meanY * meanY;
        var covariance = cross - meanX * meanY;
        return (2 * meanX * meanY + C1)
                * (2 * covariance + C2)
                / ((meanX * meanX + meanY * meanY + C1) * (varianceX + varianceY + C2));
    }

    private static Mat gray(BufferedImage picture) {
        var gray = new Mat();
        opencv_imgproc.cvtColor(Mats.of(picture), gray, opencv_imgproc.COLOR_BGR2GRAY);
        gray.convertTo(gray, opencv_core.CV_64F);
        return gray;
    }

    private static Mat product(Mat x, Mat y) {
        return x.mul(y).asMat();
    }

    private static Mat blurred(Mat values) {
        var blurred = new Mat();
        opencv_imgproc.GaussianBlur(values, blurred, new Size(WINDOW, WINDOW), SIGMA);
        return blurred;
    }

    private static double[] values(Mat mat) {
        var values = new double[mat.rows() * mat.cols()];
        new DoublePointer(mat.data()).get(values);
        return values;
    }
}
