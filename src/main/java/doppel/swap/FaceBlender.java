package doppel.swap;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.extract.FoundFace;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;

/**
 * Puts a face into a frame in four steps:
 *
 * <ol>
 *   <li>cut the target's own face out of the frame, as wide as the new one;
 *   <li>bring the new face's colors to it, inside the mask;
 *   <li>carry face and feathered mask back to the frame with the inverse transform, resampled as the scale asks;
 *   <li>mix: mask times face plus the rest times frame.
 * </ol>
 *
 * <p>Where the mask is 0 the frame keeps its bytes. The book pastes the whole square with the nearest pixel and a hard
 * edge, so that even the untouched background is resampled.
 *
 * <p>Book: chapter 7, "Getting hands-on with the convert code".
 */
public final class FaceBlender {

    /** Masks and colors are worked on at this size, whatever the decoder's is. */
    private static final int WORK_SIZE = 256;

    /** Fades out towards the border of the crop: beyond it there is no face to paste. */
    private static final Mask BORDER_FADE =
            Mask.filled(WORK_SIZE, WORK_SIZE, 1).eroded(0.05 * WORK_SIZE).feathered(0.03 * WORK_SIZE);

    private final SwapOptions options;

    public FaceBlender(SwapOptions options) {
        this.options = options;
    }

    /**
     * @param frame is left as it is
     * @param target the face in the frame that is painted over
     * @param face square, shows the new face in {@code crop}; any size
     * @param crop the part of the face that {@code face} shows
     * @return a new frame
     */
    public BufferedImage blend(BufferedImage frame, FoundFace target, BufferedImage face, CropOptions crop) {
        return steps(frame, target, face, crop).composite();
    }

    /** The same with all that lies between. */
    Blend steps(BufferedImage frame, FoundFace target, BufferedImage face, CropOptions crop) {
        var work = crop.withSize(WORK_SIZE);
        var frameToWork = target.toFaceUnits().then(work.fromFaceUnits());
        var measured = measured(target, frameToWork);
        var own = FaceAligner.align(frame, target.toFaceUnits(), work).picture();
        var matched = options.color().apply(Warp.resize(face, WORK_SIZE, WORK_SIZE), own, measured);
        var soft = measured.eroded(options.erode() * faceWidth(work)).feathered(options.feather() * faceWidth(work));
        var mask = soft.and(BORDER_FADE);
        return new Blend(own, measured, matched, mask, mix(frame, matched, mask, frameToWork.inverse()));
    }

    /** The target's mask in the crop of the new face. */
    private static Mask measured(FoundFace target, Similarity frameToWork) {
        var move = target.aligned().toCrop().inverse().then(frameToWork);
        return Warp.mask(target.mask(), move, WORK_SIZE, WORK_SIZE, Warp.Outside.BLACK);
    }

    /** The width of the mean face's unit box, in pixels of the crop. */
    private static double faceWidth(CropOptions crop) {
        return crop.size() * crop.coverage();
    }

    private static BufferedImage mix(BufferedImage frame, BufferedImage face, Mask mask, Similarity workToFrame) {
        var result = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        frame.copyData(result.getRaster());
        var touched = touched(workToFrame, frame);
        var left = (int) Math.floor(touched.x());
        var top = (int) Math.floor(touched.y());
        var width = (int) Math.ceil(touched.right()) - left;
        var height = (int) Math.ceil(touched.bottom()) - top;
        if (width <= 0 || height <= 0) {
            return result;
        }
        var move = workToFrame.then(Similarity.shifting(-left, -top));
        var paint = pixels(Warp.picture(face, move, width, height, Warp.Outside.EDGE));
        var alpha = Warp.mask(mask, move, width, height, Warp.Outside.BLACK).bytes();
        var canvas = pixels(result);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var share = alpha[y * width + x] & 255;
                if (share > 0) {
                    var to = 3 * ((top + y) * frame.getWidth() + left + x);
                    var from = 3 * (y * width + x);
                    for (int channel = 0; channel < 3; channel++) {
                        var sum = share * (paint[from + channel] & 255) + (255 - share) * (canvas[to + channel] & 255);
                        canvas[to + channel] = (byte) ((sum + 127) / 255);
                    }
                }
            }
        }
        return result;
    }

    /** The part of the frame that the crop covers. */
    private static Box touched(Similarity workToFrame, BufferedImage frame) {
        var corners = List.of(
                new Point(0, 0), new Point(WORK_SIZE, 0), new Point(0, WORK_SIZE), new Point(WORK_SIZE, WORK_SIZE));
        return Box.around(workToFrame.apply(corners)).clampTo(frame.getWidth(), frame.getHeight());
    }

    private static byte[] pixels(BufferedImage bgr) {
        return ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    }
}
