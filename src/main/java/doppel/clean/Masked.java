package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** What the measures that look inside a mask share; the caller's scope owns what they return. */
final class Masked {

    private Masked() {}

    /** 255 where a pixel is measured; a face without a mask is measured whole. */
    static Mat inside(Mask mask) {
        var inside = new Mat();
        opencv_imgproc.threshold(Mats.of(mask), inside, 127, 255, opencv_imgproc.THRESH_BINARY);
        if (opencv_core.countNonZero(inside) == 0) {
            inside.put(Scalar.all(255));
        }
        return inside;
    }

    static Mat gray(Mat bgr) {
        var gray = new Mat();
        opencv_imgproc.cvtColor(bgr, gray, opencv_imgproc.COLOR_BGR2GRAY);
        return gray;
    }

    /** Of one 8-bit channel, row after row. */
    static byte[] bytes(Mat channel) {
        var bytes = new byte[(int) channel.total()];
        channel.data().get(bytes);
        return bytes;
    }
}
