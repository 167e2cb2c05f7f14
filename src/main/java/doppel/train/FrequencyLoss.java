package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;

/**
 * How far off the waves are that a picture can be made of, the worst ones counting most: the focal frequency loss.
 *
 * <p>Networks learn long waves first and never get to some of the short ones. All squared distances of waves add up to
 * the squared error; here each is weighed by its own distance, so that those which are still wrong are not lost among
 * those which are right.
 *
 * <ol>
 *   <li>Take the difference of the pictures, times the root of what each pixel counts.
 *   <li>Take it apart into waves, across and down: two products with cosines and sines.
 *   <li>The distance of each wave; divided by the largest of its face and color, that is its weight.
 *   <li>The sum of weight times squared distance, divided by the sum of what counts.
 * </ol>
 *
 * <p>Book: chapter 6, whose loss sees single pixels. Source: L. Jiang et al., "Focal frequency loss for image
 * reconstruction and synthesis", ICCV 2021, alpha 1; no gradient flows through the weights.
 */
final class FrequencyLoss implements Loss {

    private static final int CHANNELS = 3;

    /** Keeps faces that are drawn without any error from dividing by 0. */
    private static final float LEAST = 1e-12f;

    private final NDArray across;
    private final NDArray down;
    private final NDArray times;

    /** @param owner of the constants, which must live as long as this loss */
    FrequencyLoss(NDManager owner, int size) {
        // a wave that leans to the left is as far off as the one that leans to the right: half of them are enough
        var half = size / 2 + 1;
        across = Torch.array(owner, waves(size, half), new Shape(size, 2L * half));
        down = Torch.array(owner, waves(size, size), new Shape(size, 2L * size));
        times = Torch.array(owner, times(size, half), new Shape(1, 1, half, 1));
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var error = drawn.sub(target).mul(weights.sqrt());
        var rows = error.matMul(across).split(2, 3); // cosines and sines, (2 N, 3, size, half) each
        var cosines = rows.get(0).swapAxes(2, 3).matMul(down).split(2, 3); // (2 N, 3, half, size) each
        var sines = rows.get(1).swapAxes(2, 3).matMul(down).split(2, 3);
        var real = cosines.get(0).sub(sines.get(1));
        var imaginary = cosines.get(1).add(sines.get(0));
        var squares = real.mul(real).add(imaginary.mul(imaginary));
        var distances = squares.stopGradient().sqrt();
        var worst = distances.max(new int[] {2}, true).max(new int[] {3}, true).maximum(LEAST);
        var focus = distances.div(worst).mul(times);
        return Loss.sumBySide(squares.mul(focus)).div(Loss.sumBySide(weights).mul(CHANNELS));
    }

    /** Cosines, then sines: wave i has i periods along the picture, and all squares add up to those of the pixels. */
    private static float[] waves(int size, int count) {
        var matrix = new float[size * 2 * count];
        for (int pixel = 0; pixel < size; pixel++) {
            for (int wave = 0; wave < count; wave++) {
                var angle = 2 * Math.PI * (wave * pixel % size) / size;
                matrix[pixel * 2 * count + wave] = (float) (Math.cos(angle) / Math.sqrt(size));
                matrix[pixel * 2 * count + count + wave] = (float) (Math.sin(angle) / Math.sqrt(size));
            }
        }
        return matrix;
    }

    /** All waves across count for their mirror image too, but those that are their own. */
    private static float[] times(int size, int half) {
        var times = new float[half];
        for (int wave = 0; wave < half; wave++) {
            times[wave] = wave == 0 || 2 * wave == size ? 1 : 2;
        }
        return times;
    }
}
