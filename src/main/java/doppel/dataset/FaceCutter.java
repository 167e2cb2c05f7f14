package doppel.dataset;

import doppel.geometry.Similarity;
import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts the training crop out of a stored face: finer than needed first, then averaged down.
 *
 * <p>The fine cut is why a small face is sharp and does not shimmer: every stored pixel has a share in it. The book's
 * loader takes one pixel in four and drops the rest.
 *
 * <p>Its {@code Mat}s are made once and used for every face; the scope that is open when a cutter is made owns them.
 */
final class FaceCutter {

    /** The fine cut steps over at most this many stored pixels, so that none is skipped. */
    private static final double MOST_STEP = 1.5;

    /** The fine cut is wider than the crop by one part in this many on every side, for the edges that are bent out. */
    private static final int REACH = 16;

    private static final Scalar BLACK = Scalar.all(0);

    private final CropWindow window;
    private final int samples;
    private final int reach;
    private final Mat stored;
    private final BytePointer storedBytes;
    private final Mat storedWeights;
    private final BytePointer storedWeightBytes;
    private final Mat fine;
    private final Mat fineCrop;
    private final Mat finePlaces = new Mat();
    private final Mat weightBytes;
    private final Mat move = new Mat(2, 3, opencv_core.CV_64F);
    private final DoubleBuffer moveNumbers = move.createBuffer();
    private final Mat noSecondMap = new Mat();
    private final Size fineSize;
    private final Size size;

    FaceCutter(CropWindow window) {
        var side = window.crop().size();
        var weightSide = side + 2 * window.margin();
        this.window = window;
        this.samples = (int) Math.max(2, Math.ceil(window.fromCrop().scale() / MOST_STEP));
        this.reach = side / REACH;
        this.stored = new Mat(window.height(), window.width(), opencv_core.CV_8UC3);
        this.storedBytes = stored.data();
        this.storedWeights = new Mat(weightSide, weightSide, opencv_core.CV_8UC1);
        this.storedWeightBytes = storedWeights.data();
        this.size = new Size(side, side);
        this.fineSize = new Size(samples * (side + 2 * reach), samples * (side + 2 * reach));
        this.fine = new Mat(fineSize, opencv_core.CV_8UC3);
        this.fineCrop = new Mat(fine, new Rect(samples * reach, samples * reach, samples * side, samples * side));
        this.weightBytes = new Mat(size, opencv_core.CV_8UC1);
    }

    /**
     * Takes a face up; the three methods below then cut it.
     *
     * @param back from pixels of the moved crop to pixels of the crop
     * @param mirrored left and right change places, after the move
     */
    void take(TrainingFace face, Similarity back, boolean mirrored) {
        storedBytes.put(face.pixels());
        var fromFine = Similarity.scaling(1.0 / samples)
                .then(Similarity.shifting(-reach, -reach))
                .then(back)
                .then(window.fromCrop());
        warp(stored, fromFine, mirrored, fineSize, fine);

        storedWeightBytes.put(face.weights());
        var fromCrop = back.then(Similarity.shifting(window.margin(), window.margin()));
        warp(storedWeights, fromCrop, mirrored, size, weightBytes);
    }

    /** Writes the straight crop, {@code (size, size, 3)}, 8-bit, red green blue. */
    void straight(Mat into) {
        opencv_imgproc.resize(fineCrop, into, size, 0, 0, opencv_imgproc.INTER_AREA);
    }

    /**
     * Writes the bent crop, {@code (size, size, 3)}, 8-bit, red green blue.
     *
     * @param places {@code (size, size, 2)}, 32-bit float, x and y in pixels of the straight crop
     */
    void bent(Mat places, Mat into) {
        // halfway between the fine pixels lies their average; OpenCV counts from the center of the first one
        places.convertTo(finePlaces, -1, samples, samples * reach - 0.5);
        opencv_imgproc.remap(
                fine, into, finePlaces, noSecondMap, opencv_imgproc.INTER_LINEAR, opencv_core.BORDER_REPLICATE, BLACK);
    }

    /** Writes the weights of the straight crop, {@code (size, size)}, 32-bit float, 0 or more. */
    void weights(Mat into) {
        weightBytes.convertTo(into, opencv_core.CV_32F, FaceWeights.STEP, 0);
    }

    /** {@code toSource} leads from pixels of the result, mirrored or not, to pixels of the source. */
    private void warp(Mat source, Similarity toSource, boolean mirrored, Size size, Mat into) {
        var centered = Similarity.shifting(0.5, 0.5).then(toSource).then(Similarity.shifting(-0.5, -0.5));
        var across = mirrored ? -1 : 1;
        var start = mirrored ? size.width() - 1 : 0;
        moveNumbers.put(0, across * centered.a());
        moveNumbers.put(1, -centered.b());
        moveNumbers.put(2, centered.dx() + start * centered.a());
        moveNumbers.put(3, across * centered.b());
        moveNumbers.put(4, centered.a());
        moveNumbers.put(5, centered.dy() + start * centered.b());
        opencv_imgproc.warpAffine(
                source,
                into,
                move,
                size,
                opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
                opencv_core.BORDER_REPLICATE,
                BLACK);
    }
}
