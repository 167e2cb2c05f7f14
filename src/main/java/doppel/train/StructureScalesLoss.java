package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How differently light and dark are arranged at several sizes at once: 1 - MS-SSIM, 0 for equal pictures, 1 at worst.
 *
 * <p>A window of 11 pixels sees a lash and no face. So the pictures are halved again and again, and compared each time;
 * most counts what is four times as large as a pixel.
 *
 * <ol>
 *   <li>Weigh the colors to lightness, times the mask.
 *   <li>Compare all {@link Windows}; take the mean of how alike their patterns are.
 *   <li>Halve both pictures and what counts, and compare again; at the last scale, how alike their light is counts too.
 *   <li>Multiply the means, each to the power of its factor.
 * </ol>
 *
 * <p>Five scales want 176 pixels. A smaller picture has as many as fit, 3 at 64 pixels and 4 at 96 and 128, and their
 * factors are divided by their sum. The mean is taken over all faces of a side, before the product.
 *
 * <p>Book: chapter 6, whose loss sees colors only. Source: Z. Wang et al., "Multiscale structural similarity for image
 * quality assessment", Asilomar 2003.
 */
final class StructureScalesLoss implements Loss {

    private static final double[] FACTORS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    /** Below it no mean goes: next to 0 a root is so steep that one step would ruin the weights. */
    static final double FLOOR = 0.01;

    /** Below the floor a little slope remains, or a network that draws negatives would never learn. */
    static final double SLOPE = 0.009;

    private final NDArray lightness;
    private final NDArray one;
    private final NDArray slope;
    private final List<Scale> scales = new ArrayList<>();

    /** Both pictures halved some times. */
    private record Scale(Windows windows, NDArray factor, NDArray halving) {}

    /** @param owner of the constants, which must live as long as this loss */
    StructureScalesLoss(NDManager owner, int size) {
        lightness = StructureLoss.lightness(owner);
        one = Torch.array(owner, new float[] {1, 1}, new Shape(2));
        slope = Torch.array(owner, new float[] {(float) SLOPE}, new Shape());
        var side = size;
        for (var factor : factors(size)) {
            scales.add(new Scale(
                    new Windows(owner, side),
                    Torch.array(owner, new float[] {(float) factor}, new Shape()),
                    Torch.array(owner, halving(side), new Shape(side, side / 2))));
            side /= 2;
        }
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var mask = weights.clip(0, 1);
        var a = StructureLoss.gray(drawn, lightness).mul(mask);
        var b = StructureLoss.gray(target, lightness).mul(mask);
        var counted = weights;
        var powers = new ArrayList<NDArray>();
        for (var scale : scales) {
            var last = powers.size() == scales.size() - 1;
            var likeness = scale.windows.compare(a, b);
            var similarity = last ? likeness.light().mul(likeness.pattern()) : likeness.pattern();
            powers.add(root(mean(similarity, scale.windows.middles(counted)), scale.factor));
            if (!last) {
                a = halved(a, scale.halving);
                b = halved(b, scale.halving);
                counted = halved(counted, scale.halving);
            }
        }
        var product = powers.stream().reduce(NDArray::mul).orElseThrow();
        return product.neg().add(one);
    }

    /** The factors of as many scales as fit into a picture of this size, divided by their sum. */
    static double[] factors(int size) {
        var scales = 1;
        for (int side = size; scales < FACTORS.length && side % 2 == 0 && side / 2 >= Windows.WIDTH; side /= 2) {
            scales++;
        }
        var sum = IntStream.range(0, scales).mapToDouble(i -> FACTORS[i]).sum();
        return IntStream.range(0, scales).mapToDouble(i -> FACTORS[i] / sum).toArray();
    }

    private static NDArray mean(NDArray similarity, NDArray counted) {
        return Loss.sumBySide(similarity.mul(counted)).div(Loss.sumBySide(counted));
    }

    private NDArray root(NDArray mean, NDArray factor) {
        return mean.maximum(mean.mul(slope).add(FLOOR)).log().mul(factor).exp();
    }

    /** The means of all squares of four pixels. */
    private static NDArray halved(NDArray picture, NDArray halving) {
        return picture.matMul(halving).swapAxes(2, 3).matMul(halving).swapAxes(2, 3);
    }

    /** Column i takes the mean of the pixels 2 i and 2 i + 1. */
    private static float[] halving(int size) {
        var half = size / 2;
        var matrix = new float[size * half];
        for (int i = 0; i < 2 * half; i++) {
            matrix[i * half + i / 2] = 0.5f;
        }
        return matrix;
    }
}
