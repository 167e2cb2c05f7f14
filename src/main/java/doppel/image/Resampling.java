package doppel.image;

import org.bytedeco.opencv.global.opencv_imgproc;

/**
 * How a pixel between pixels is made up.
 *
 * <p>{@link Warp} chooses by scale if it is not told; a lesson tells it, to show what the others do.
 *
 * <p>Book: chapter 7, where the published converter takes the nearest pixel twice, without meaning to.
 */
public enum Resampling {
    /** the nearest pixel, repeated: blocks when enlarged, steps when turned */
    NEAREST(opencv_imgproc.INTER_NEAREST),
    /** a straight line between two neighbors: smooth, a little blurred */
    LINEAR(opencv_imgproc.INTER_LINEAR),
    /** a curve through four neighbors: as sharp as pixels allow; the choice for enlarging */
    CUBIC(opencv_imgproc.INTER_CUBIC),
    /** the mean of all pixels that become one: the choice for making smaller */
    AREA(opencv_imgproc.INTER_AREA);

    final int flag;

    Resampling(int flag) {
        this.flag = flag;
    }
}
