package doppel.image;

import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Small changes of a picture, made on purpose, to see what a measure thinks of them.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loss.
 */
public final class Retouch {

    private Retouch() {}

    /**
     * Moves all pixels; the edge is repeated.
     *
     * @param right pixels, may be negative or a fraction
     * @param down pixels, may be negative or a fraction
     */
    public static BufferedImage shifted(BufferedImage picture, double right, double down) {
        return Warp.picture(
                picture, Similarity.shifting(right, down), picture.getWidth(), picture.getHeight(), Warp.Outside.EDGE);
    }

    /**
     * Softens with a Gaussian.
     *
     * @param sigma its standard deviation, pixels; 0 leaves the picture as it is
     */
    public static BufferedImage blurred(BufferedImage picture, double sigma) {
        if (sigma <= 0) {
            return picture;
        }
        try (var scope = new PointerScope()) {
            var soft = new Mat();
            opencv_imgproc.GaussianBlur(Mats.of(picture), soft, new Size(0, 0), sigma);
            return Mats.picture(soft);
        }
    }

    /** Multiplies all colors by {@code factor}: below 1 is darker, above 1 lighter. */
    public static BufferedImage lit(BufferedImage picture, double factor) {
        try (var scope = new PointerScope()) {
            var changed = new Mat();
            Mats.of(picture).convertTo(changed, -1, factor, 0);
            return Mats.picture(changed);
        }
    }
}
