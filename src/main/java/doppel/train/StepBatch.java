package doppel.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * One batch of noise to measure steps with: what the pictures show does not change what a step costs.
 *
 * @param input {@code (faces, size, size, 3)}, 8-bit
 * @param target alike, other noise
 * @param weights {@code (faces, size, size)}, 32-bit, all 1
 */
record StepBatch(ByteBuffer input, ByteBuffer target, ByteBuffer weights) {

    static StepBatch of(int faces, int size) {
        var random = new SplittableRandom(1);
        var pixels = faces * size * size;
        var weights = ByteBuffer.allocateDirect(Float.BYTES * pixels).order(ByteOrder.nativeOrder());
        while (weights.hasRemaining()) {
            weights.putFloat(1);
        }
        return new StepBatch(noise(3 * pixels, random), noise(3 * pixels, random), weights.flip());
    }

    private static ByteBuffer noise(int bytes, SplittableRandom random) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return ByteBuffer.allocateDirect(bytes).put(noise).flip();
    }
}
