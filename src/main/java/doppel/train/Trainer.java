package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.model.FacePixels;
import doppel.model.SwapModel;
import java.nio.ByteBuffer;

/**
 * Takes the steps: draw the faces, compare, follow the gradients back, move the weights.
 *
 * <p>Everything that a step computes belongs to a scope of its own and is freed with it, so the memory of a run stays
 * what it was after the first step.
 *
 * <p>Book: chapter 6, "Exploring the training code", the training loop.
 */
final class Trainer implements AutoCloseable {

    /** libtorch records one computation at a time, also if two runs share the process. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final NDManager owner;
    private final SwapModel model;
    private final Adam adam;
    private final Loss loss;

    /** Takes {@code model} over and closes it in the end. */
    Trainer(SwapModel model, LearnOptions options) {
        this.owner = Torch.newManager();
        this.model = model;
        this.adam = Adam.of(owner, model.weights(), options.beta1());
        this.loss = new TotalLoss(owner, options, model.design().size());
    }

    /**
     * Learns from one batch, unless a loss is not a number: then the weights stay as they are.
     *
     * @param input what the encoder sees, {@code (2 N, size, size, 3)}, 8-bit, red green blue; a direct buffer
     * @param target what should be drawn, alike
     * @param weights how much each pixel counts, {@code (2 N, size, size)}, 32-bit; a direct buffer
     * @param rate how far to go
     * @return the losses of side A and side B
     */
    float[] step(ByteBuffer input, ByteBuffer target, ByteBuffer weights, double rate) {
        var size = model.design().size();
        var faces = input.remaining() / (3 * size * size);
        try (var scope = owner.newSubManager()) {
            var seen = FacePixels.unpacked(scope, input, faces, size);
            var wanted = FacePixels.unpacked(scope, target, faces, size);
            var counted = scope.create(weights, new Shape(faces, 1, size, size), DataType.FLOAT32);
            var losses = followBack(seen, wanted, counted);
            if (Float.isFinite(losses[0]) && Float.isFinite(losses[1])) {
                adam.step(scope, rate);
            }
            return losses;
        }
    }

    SwapModel model() {
        return model;
    }

    Adam adam() {
        return adam;
    }

    /**
     * Refuses weights that must not be saved, because they would replace good ones.
     *
     * @throws IllegalStateException if a weight is not a number; names the array it is in
     */
    void requireNumbers() {
        model.weights().forEach((name, array) -> {
            try (var sum = array.sum()) {
                if (!Float.isFinite(sum.getFloat())) {
                    throw new IllegalStateException(name + " holds weights that are not numbers:"
                            + " go on from the last checkpoint with a lower learning rate");
                }
            }
        });
    }

    @Override
    public void close() {
        adam.close();
        model.close();
        owner.close();
    }

    private float[] followBack(NDArray seen, NDArray wanted, NDArray counted) {
        synchronized (ONE_AT_A_TIME) {
            try (var collector = Torch.newGradientCollector()) {
                var losses = loss.of(model.reconstruct(seen), wanted, counted);
                collector.backward(losses.sum());
                return losses.toFloatArray();
            }
        }
    }
}
