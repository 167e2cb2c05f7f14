package doppel.dataset;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The skin's color: mean and spread of L*, a* and b* over the pixels of the face.
 *
 * @param mean 3 numbers: L* 0 to 100, a* and b* about -127 to 127
 * @param spread 3 standard deviations
 */
record LabStatistics(double[] mean, double[] spread) {

    /**
     * @param rgb 8-bit, red green blue
     * @param inside 8-bit, the same size; where it is not 0, a pixel is measured
     */
    static LabStatistics of(Mat rgb, Mat inside) {
        var lab = new Mat();
        rgb.convertTo(lab, opencv_core.CV_32F, 1 / 255.0, 0);
        opencv_imgproc.cvtColor(lab, lab, opencv_imgproc.COLOR_RGB2Lab);
        var mean = new Mat();
        var spread = new Mat();
        opencv_core.meanStdDev(lab, mean, spread, inside);
        return new LabStatistics(three(mean), three(spread));
    }

    private static double[] three(Mat numbers) {
        var values = new double[3];
        new DoublePointer(numbers.data()).get(values);
        return values;
    }
}
