package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;

/**
 * How far off the slopes are: the difference of each pixel to the next, across and down.
 *
 * <p>A face that is evenly too dark has all its slopes; a blurred one has lost them. Two neighbors count as much as the
 * one of them that counts less.
 *
 * <p>Book: chapter 6, whose loss sees single pixels. Source: M. Mathieu et al., "Deep multi-scale video prediction
 * beyond mean square error", ICLR 2016; here with the sign of the slope, as in faceswap.
 */
final class GradientLoss implements Loss {

    private static final int CHANNELS = 3;
    private static final NDIndex LEFT = new NDIndex(":, :, :, :-1");
    private static final NDIndex RIGHT = new NDIndex(":, :, :, 1:");

    private final NDArray slope;

    /** @param owner of the constants, which must live as long as this loss */
    GradientLoss(NDManager owner, int size) {
        slope = Torch.array(owner, slope(size), new Shape(size, size - 1));
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var error = drawn.sub(target); // its slope is the difference of the slopes
        var both = smaller(weights);
        var bothDown = smaller(weights.swapAxes(2, 3));
        var errors = Loss.sumBySide(error.matMul(slope).abs().mul(both))
                .add(Loss.sumBySide(error.swapAxes(2, 3).matMul(slope).abs().mul(bothDown)));
        return errors.div(Loss.sumBySide(both).add(Loss.sumBySide(bothDown)).mul(CHANNELS));
    }

    private static NDArray smaller(NDArray weights) {
        return weights.get(LEFT).minimum(weights.get(RIGHT));
    }

    /** Column i takes pixel i from the next one. */
    private static float[] slope(int size) {
        var matrix = new float[size * (size - 1)];
        for (int i = 0; i < size - 1; i++) {
            matrix[i * (size - 1) + i] = -1;
            matrix[(i + 1) * (size - 1) + i] = 1;
        }
        return matrix;
    }
}
