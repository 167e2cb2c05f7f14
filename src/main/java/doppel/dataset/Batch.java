package doppel.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The faces of one step: of a pair, the first half shows person A, the second half person B.
 *
 * <p>Its buffers are lent: {@link #close()} gives them back, and soon after they hold another step's faces. Whoever
 * wraps them without copying must be done with them by then.
 *
 * <p>Book: chapter 6, "Training".
 */
public final class Batch implements AutoCloseable {

    private final ByteBuffer input;
    private final ByteBuffer target;
    private final ByteBuffer weights;
    private final List<FaceSlice> slices = new ArrayList<>();
    private final Consumer<Batch> giveBack;
    private final AtomicBoolean lent = new AtomicBoolean();
    private long step;

    /** The scope that is open now owns the slices; the buffers live as long as this object. */
    Batch(int faces, int size, Consumer<Batch> giveBack) {
        var pixels = Math.multiplyExact(faces, size * size);
        input = direct(Math.multiplyExact(3, pixels));
        target = direct(Math.multiplyExact(3, pixels));
        weights = direct(Math.multiplyExact(Float.BYTES, pixels));
        this.giveBack = giveBack;
        for (int face = 0; face < faces; face++) {
            slices.add(new FaceSlice(
                    slice(input, face, faces, size, opencv_core.CV_8UC3),
                    slice(target, face, faces, size, opencv_core.CV_8UC3),
                    bytes(weights, face, faces).order(ByteOrder.nativeOrder()).asFloatBuffer()));
        }
    }

    /** The number of the step that these faces belong to. */
    public long step() {
        return step;
    }

    /**
     * What the encoder sees: {@code (2 * batch, size, size, 3)}, 8-bit, red green blue, 0 to 255; a direct buffer.
     */
    public ByteBuffer input() {
        return input.duplicate().order(ByteOrder.nativeOrder());
    }

    /** What the decoders must draw: of the same shape and type as the input. */
    public ByteBuffer target() {
        return target.duplicate().order(ByteOrder.nativeOrder());
    }

    /**
     * How much each pixel of the target counts: {@code (2 * batch, size, size)}, 32-bit float, 0 to 1 plus the larger
     * number of the {@link Emphasis}, where eyes and mouth do not touch; direct.
     */
    public ByteBuffer weights() {
        return weights.duplicate().order(ByteOrder.nativeOrder());
    }

    /** Gives the buffers back. Doing so twice changes nothing. */
    @Override
    public void close() {
        if (lent.compareAndSet(true, false)) {
            giveBack.accept(this);
        }
    }

    List<FaceSlice> slices() {
        return slices;
    }

    Batch lend(long forStep) {
        step = forStep;
        lent.set(true);
        return this;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static Mat slice(ByteBuffer buffer, int face, int faces, int size, int type) {
        return new Mat(size, size, type, new BytePointer(bytes(buffer, face, faces)));
    }

    private static ByteBuffer bytes(ByteBuffer buffer, int face, int faces) {
        var bytes = buffer.capacity() / faces;
        return buffer.slice(face * bytes, bytes);
    }
}
