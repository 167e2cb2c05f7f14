package doppel.dataset;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Says how much each pixel of a face counts in the loss: nothing outside of the mask, once inside, more at the eyes and
 * the mouth.
 *
 * <p>Eyes and mouth are a tenth of the face and most of what people look at. Without the emphasis a network that gets
 * the cheeks right and the eyes blurred has a small loss.
 *
 * <p>Book: chapter 6, the masked loss, which weighs all pixels alike. Source: faceswap's eye and mouth multipliers.
 */
final class FaceWeights {

    /** How much an eye's pixel counts. */
    static final double EYES = 4;

    /** How much a pixel of the mouth counts. */
    static final double MOUTH = 3;

    /** The weight that one unit of a stored byte means. */
    static final double STEP = EYES / 255;

    /** The emphasis reaches this far beyond the landmarks, as a share of the crop: lids and lips have an edge. */
    private static final double REACH = 0.03;

    /** Its softness, as a share of the crop. */
    private static final double SOFTNESS = 1.0 / 48;

    /** Landmarks are drawn to a sixteenth of a pixel. */
    private static final int FRACTION_BITS = 4;

    private FaceWeights() {}

    /**
     * @param mask of the window, 8-bit
     * @param landmarks 68, in face units
     * @return the crop and its margin, row after row, in steps of {@link #STEP}
     */
    static byte[] of(Mat mask, List<Point> landmarks, CropWindow window) {
        var margin = Similarity.shifting(window.margin(), window.margin());
        var side = window.crop().size() + 2 * window.margin();
        var inside = Warp.warp(mask, window.fromCrop().inverse().then(margin), side, side, Warp.Outside.BLACK);
        var emphasis = emphasis(window.crop().fromFaceUnits().then(margin).apply(landmarks), window, side);

        var weights = new Mat();
        opencv_core.multiply(inside, emphasis, weights, 1 / (255 * STEP), opencv_core.CV_8U);
        var bytes = new byte[side * side];
        weights.data().get(bytes);
        return bytes;
    }

    /** 1 everywhere, rising to {@link #MOUTH} and {@link #EYES}; 32-bit float. */
    private static Mat emphasis(List<Point> landmarks, CropWindow window, int side) {
        var size = window.crop().size();
        var emphasis = new Mat(side, side, opencv_core.CV_32F, Scalar.all(0));
        opencv_core.max(emphasis, spot(landmarks.subList(36, 42), EYES - 1, size, side), emphasis);
        opencv_core.max(emphasis, spot(landmarks.subList(42, 48), EYES - 1, size, side), emphasis);
        opencv_core.max(emphasis, spot(landmarks.subList(48, 60), MOUTH - 1, size, side), emphasis);
        return opencv_core.add(emphasis, Scalar.all(1)).asMat();
    }

    /** The hull of the outline, grown and softened, {@code height} high. */
    private static Mat spot(List<Point> outline, double height, int size, int side) {
        var points = new Mat(outline.size(), 1, opencv_core.CV_32SC2);
        var buffer = points.<java.nio.IntBuffer>createBuffer();
        for (var point : outline) {
            // OpenCV counts from the center of the first pixel
            buffer.put((int) Math.round((point.x() - 0.5) * (1 << FRACTION_BITS)));
            buffer.put((int) Math.round((point.y() - 0.5) * (1 << FRACTION_BITS)));
        }
        var hull = new Mat();
        opencv_imgproc.convexHull(points, hull);
        var spot = new Mat(side, side, opencv_core.CV_32F, Scalar.all(0));
        opencv_imgproc.fillConvexPoly(spot, hull, Scalar.all(height), opencv_imgproc.LINE_8, FRACTION_BITS);

        var reach = (int) Math.max(1, Math.round(REACH * size));
        opencv_imgproc.dilate(
                spot,
                spot,
                Mat.ones(2 * reach + 1, 2 * reach + 1, opencv_core.CV_8U).asMat());
        opencv_imgproc.GaussianBlur(spot, spot, new Size(0, 0), SOFTNESS * size);
        return spot;
    }
}
