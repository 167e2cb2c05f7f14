package doppel.dataset;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.nio.IntBuffer;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Says of each pixel how much it belongs to the face, to an eye and to the mouth, so that an {@link Emphasis} can weigh
 * it when a batch is made.
 *
 * <p>Book: chapter 6, the masked loss. Source: faceswap's masks of eyes and mouth: the hull of the landmarks, grown by
 * an ellipse 2.5 % of the picture wide, and softened by a Gaussian kernel a sixteenth of the picture wide.
 */
final class FaceParts {

    /** Face, eyes, mouth. */
    static final int COUNT = 3;

    private static final double GROWTH = 0.025;

    private static final int KERNELS_A_SIDE = 16;

    /** Landmarks are drawn to a sixteenth of a pixel. */
    private static final int FRACTION_BITS = 4;

    private FaceParts() {}

    /**
     * @param mask of the window, 8-bit
     * @param landmarks 68, in face units
     * @return {@code (side, side, 3)} of the crop and its margin, 8-bit
     */
    static byte[] of(Mat mask, List<Point> landmarks, CropWindow window) {
        var margin = Similarity.shifting(window.margin(), window.margin());
        var size = window.crop().size();
        var side = size + 2 * window.margin();
        var face = Warp.warp(mask, window.fromCrop().inverse().then(margin), side, side, Warp.Outside.BLACK);
        var points = window.crop().fromFaceUnits().then(margin).apply(landmarks);
        var eyes = soft(size, side, points.subList(36, 42), points.subList(42, 48));
        var mouth = soft(size, side, points.subList(48, 60));
        var parts = new Mat();
        opencv_core.merge(new MatVector(face, eyes, mouth), parts);
        var bytes = new byte[COUNT * side * side];
        parts.data().get(bytes);
        return bytes;
    }

    @SafeVarargs
    private static Mat soft(int size, int side, List<Point>... outlines) {
        var part = new Mat(side, side, opencv_core.CV_8UC1, Scalar.all(0));
        for (var outline : outlines) {
            opencv_imgproc.fillConvexPoly(part, hull(outline), Scalar.all(255), opencv_imgproc.LINE_AA, FRACTION_BITS);
        }
        var growth = odd(GROWTH * size);
        opencv_imgproc.dilate(
                part,
                part,
                opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_ELLIPSE, new Size(growth, growth)));
        var kernel = odd((double) size / KERNELS_A_SIDE);
        opencv_imgproc.GaussianBlur(part, part, new Size(kernel, kernel), 0);
        return part;
    }

    private static Mat hull(List<Point> outline) {
        var points = new Mat(outline.size(), 1, opencv_core.CV_32SC2);
        var buffer = points.<IntBuffer>createBuffer();
        for (var point : outline) {
            // OpenCV counts from the center of the first pixel
            buffer.put((int) Math.round((point.x() - 0.5) * (1 << FRACTION_BITS)));
            buffer.put((int) Math.round((point.y() - 0.5) * (1 << FRACTION_BITS)));
        }
        var hull = new Mat();
        opencv_imgproc.convexHull(points, hull);
        return hull;
    }

    /** Whole and odd, so that the middle of a kernel is a pixel; 3 or more. */
    private static int odd(double width) {
        return (int) Math.max(3, 2 * Math.round((width - 1) / 2) + 1);
    }
}
