package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Transfer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * How a face is lit and colored, measured inside its mask in CIE L*a*b*, where equal steps look equal.
 *
 * <p>Book: chapter 3, lighting.
 *
 * @param brightness mean L*, 0 black to 100 white
 * @param contrast spread (standard deviation) of L*
 * @param balance mean L* of the picture's left half less that of its right half: positive when the light comes from the
 *     left
 * @param redness mean a*, about 5 to 25 for skin
 * @param yellowness mean b*, about 5 to 30 for skin
 */
public record FaceLight(double brightness, double contrast, double balance, double redness, double yellowness) {

    /** Daylight, D65, the white of screens. */
    private static final double WHITE_X = 0.9505;

    private static final double WHITE_Z = 1.089;

    /**
     * @param face aligned, so that its middle is the picture's
     * @param mask of the same size; a face without a mask is measured whole
     */
    static FaceLight of(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var lab = new Mat();
            Mats.of(face).convertTo(lab, opencv_core.CV_32F, 1 / 255.0, 0);
            opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_BGR2Lab);
            var inside = Masked.inside(mask);
            var mean = new Mat();
            var spread = new Mat();
            opencv_core.meanStdDev(lab, mean, spread, inside);
            var colors = new double[3];
            new DoublePointer(mean.data()).get(colors);
            var half = face.getWidth() / 2;
            var left = new Rect(0, 0, half, face.getHeight());
            var right = new Rect(face.getWidth() - half, 0, half, face.getHeight());
            return new FaceLight(
                    colors[0],
                    new DoublePointer(spread.data()).get(),
                    lightness(lab, inside, left) - lightness(lab, inside, right),
                    colors[1],
                    colors[2]);
        }
    }

    /** The mean color, as a screen shows it; what no screen can show is clipped. */
    public Color color() {
        var y = (brightness + 16) / 116;
        var x = WHITE_X * cubed(y + redness / 500);
        var z = WHITE_Z * cubed(y - yellowness / 200);
        var light = cubed(y);
        return new Color(
                number(3.2406 * x - 1.5372 * light - 0.4986 * z),
                number(-0.9689 * x + 1.8758 * light + 0.0415 * z),
                number(0.0557 * x - 0.2040 * light + 1.0570 * z));
    }

    /** CIE 1976: below about 2 the eye sees no difference, above 10 two skins are plainly different. */
    public double distanceTo(FaceLight other) {
        var across = Math.hypot(redness - other.redness, yellowness - other.yellowness);
        return Math.hypot(brightness - other.brightness, across);
    }

    private static double cubed(double root) {
        return root > 6.0 / 29 ? root * root * root : 3 * 36.0 / 841 * (root - 4.0 / 29);
    }

    private static float number(double light) {
        return (float) Math.max(0, Math.min(1, Transfer.SRGB.encode(light)));
    }

    private static double lightness(Mat lab, Mat inside, Rect half) {
        return opencv_core.mean(new Mat(lab, half), new Mat(inside, half)).get(0);
    }
}
