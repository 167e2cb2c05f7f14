package doppel.dataset;

import doppel.geometry.Similarity;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts the training crop out of a stored face, straight or bent, with one sample a pixel.
 *
 * <p>The stored pixels were averaged when the face was loaded ({@link AreaFilter}), which is why a small face is sharp
 * and does not shimmer: every stored pixel has a share in it. The book's loader takes one pixel in four and drops the
 * rest.
 *
 * <p>Its {@code Mat}s are made once and used for every face; the scope that is open when a cutter is made owns them.
 */
final class FaceCutter {

    private static final Scalar BLACK = Scalar.all(0);

    private final CropWindow window;
    private final int side;
    private final Size size;
    private final Mat stored;
    private final BytePointer storedBytes;
    private final Mat sourcePlaces = new Mat();
    private final Mat storedParts;
    private final BytePointer storedPartBytes;
    private final Mat parts;
    private final BytePointer partPointer;
    private final byte[] partBytes;
    private final float[] weights;
    private final Mat move = new Mat(2, 3, opencv_core.CV_64F);
    private final DoubleBuffer moveNumbers = move.createBuffer();
    private final Mat noSecondMap = new Mat();
    private Similarity back = Similarity.identity();
    private boolean mirrored;

    FaceCutter(CropWindow window) {
        var partSide = window.crop().size() + 2 * window.margin();
        this.window = window;
        this.side = window.crop().size();
        this.size = new Size(side, side);
        this.stored = new Mat(window.height(), window.width(), opencv_core.CV_8UC3);
        this.storedBytes = stored.data();
        this.storedParts = new Mat(partSide, partSide, opencv_core.CV_8UC(FaceParts.COUNT));
        this.storedPartBytes = storedParts.data();
        this.parts = new Mat(size, opencv_core.CV_8UC(FaceParts.COUNT));
        this.partPointer = parts.data();
        this.partBytes = new byte[FaceParts.COUNT * side * side];
        this.weights = new float[side * side];
    }

    /**
     * Says how all faces are cut from now on.
     *
     * @param back from pixels of the moved crop to pixels of the crop
     * @param mirrored left and right change places, after the move
     */
    void place(Similarity back, boolean mirrored) {
        this.back = back;
        this.mirrored = mirrored;
    }

    /** Takes a face up, for its straight and its bent crop. */
    void take(TrainingFace face) {
        storedBytes.put(face.pixels());
    }

    /** Writes the straight crop, {@code (size, size, 3)}, 8-bit, red green blue. */
    void straight(Mat into) {
        cut(stored, window.fromCrop(), into);
    }

    /**
     * Writes the bent crop, {@code (size, size, 3)}, 8-bit, red green blue.
     *
     * @param places {@code (size, size, 2)}, 32-bit float, x and y in pixels of the straight crop
     */
    void bent(Mat places, Mat into) {
        write(window.fromCrop(), 0);
        opencv_core.transform(places, sourcePlaces, move);
        remap(stored, into);
    }

    /** The same from a straight crop that was changed since it was cut: resampled twice. */
    void bend(Mat straight, Mat places, Mat into) {
        places.convertTo(sourcePlaces, -1, 1, -0.5);
        remap(straight, into);
    }

    /** Writes the weights of the straight crop, {@code (size, size)}, 0 or more. */
    void weights(TrainingFace face, Emphasis emphasis, FloatBuffer into) {
        storedPartBytes.put(face.parts());
        cut(storedParts, Similarity.shifting(window.margin(), window.margin()), parts);
        partPointer.get(partBytes);
        emphasis.weigh(partBytes, weights);
        into.put(0, weights);
    }

    private void remap(Mat source, Mat into) {
        opencv_imgproc.remap(
                source,
                into,
                sourcePlaces,
                noSecondMap,
                opencv_imgproc.INTER_LINEAR,
                opencv_core.BORDER_REPLICATE,
                BLACK);
    }

    private void cut(Mat source, Similarity fromCrop, Mat into) {
        write(fromCrop, 0.5);
        opencv_imgproc.warpAffine(
                source,
                into,
                move,
                size,
                opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
                opencv_core.BORDER_REPLICATE,
                BLACK);
    }

    /**
     * Writes the way from the moved crop, mirrored or not, to the source as the matrix {@code (2, 3)}. OpenCV counts
     * pixels of the source from the center of the first one.
     *
     * @param first where the first place of the moved crop lies: 0 if places are given, 0.5 if OpenCV counts pixels
     */
    private void write(Similarity fromCrop, double first) {
        var way = back.then(fromCrop).then(Similarity.shifting(-0.5, -0.5));
        var across = mirrored ? -1 : 1;
        var start = mirrored ? side - first : first;
        moveNumbers.put(0, across * way.a());
        moveNumbers.put(1, -way.b());
        moveNumbers.put(2, way.dx() + start * way.a() - first * way.b());
        moveNumbers.put(3, across * way.b());
        moveNumbers.put(4, way.a());
        moveNumbers.put(5, way.dy() + start * way.b() + first * way.a());
    }
}
