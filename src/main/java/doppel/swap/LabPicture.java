package doppel.swap;

import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture in L*a*b*, where equal distances look about equally different and light is apart from hue.
 *
 * @param width pixels
 * @param height pixels
 * @param values three a pixel, row after row: L* 0 to 100, a* (green to red) and b* (blue to yellow) -127 to 127
 */
record LabPicture(int width, int height, float[] values) {

    static LabPicture of(BufferedImage picture) {
        try (var scope = new PointerScope()) {
            var lab = new Mat();
            Mats.of(picture).convertTo(lab, opencv_core.CV_32F, 1 / 255.0, 0);
            opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_BGR2Lab);
            var values = new float[3 * picture.getWidth() * picture.getHeight()];
            new FloatPointer(lab.data()).get(values);
            return new LabPicture(picture.getWidth(), picture.getHeight(), values);
        }
    }

    /** As a picture again; colors that no screen shows become the nearest that one does. */
    BufferedImage picture() {
        try (var scope = new PointerScope()) {
            var bgr = new Mat(height, width, opencv_core.CV_32FC3);
            new FloatPointer(bgr.data()).put(values);
            opencv_imgproc.cvtColor(bgr, bgr, opencv_imgproc.COLOR_Lab2BGR);
            bgr.convertTo(bgr, opencv_core.CV_8U, 255, 0);
            return Mats.picture(bgr);
        }
    }
}
