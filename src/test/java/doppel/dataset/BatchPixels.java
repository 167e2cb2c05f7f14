package doppel.dataset;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One batch, copied out of its buffers. */
record BatchPixels(byte[] input, byte[] target, float[] weights, int size) {

    static BatchPixels first(TrainingFaces a, TrainingFaces b, AugmentOptions options, int batch, long seed)
            throws InterruptedException {
        return at(a, b, options, batch, seed, 1);
    }

    static BatchPixels at(TrainingFaces a, TrainingFaces b, AugmentOptions options, int batch, long seed, long step)
            throws InterruptedException {
        try (var batches = new FaceBatches(a, b, options, batch, seed, step);
                var taken = batches.take()) {
            return copy(taken, a.crop().size());
        }
    }

    static BatchPixels copy(Batch batch, int size) {
        var weights = new float[batch.weights().capacity() / Float.BYTES];
        batch.weights().asFloatBuffer().get(weights);
        return new BatchPixels(bytes(batch.input()), bytes(batch.target()), weights, size);
    }

    byte[] inputOf(int face) {
        return Arrays.copyOfRange(input, face * 3 * size * size, (face + 1) * 3 * size * size);
    }

    byte[] targetOf(int face) {
        return Arrays.copyOfRange(target, face * 3 * size * size, (face + 1) * 3 * size * size);
    }

    float[] weightsOf(int face) {
        return Arrays.copyOfRange(weights, face * size * size, (face + 1) * size * size);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.capacity()];
        buffer.get(bytes);
        return bytes;
    }
}
