package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.ArrayList;
import java.util.List;

/**
 * The absolute error of details of every size apart: lashes, lids, eyes, the face, and its mean color.
 *
 * <p>The absolute error asks each pixel alone. Here a wrong color of the whole cheek and a missing lash are two errors,
 * and neither hides the other.
 *
 * <ol>
 *   <li>Take the difference of the pictures, times the mask; its details are the differences of their details.
 *   <li>Blur and halve it; what the smaller picture cannot say are the details of this size: the mean of how far off.
 *   <li>The same with the smaller picture, four times; what is left in the end counts like the details.
 *   <li>The sum of the five means. An error that is the same everywhere counts as much as in the absolute error.
 * </ol>
 *
 * <p>Book: chapter 6, whose loss sees single pixels. Source: P. Bojanowski et al., "Optimizing the latent space of
 * generative networks", ICML 2018; P. Burt, E. Adelson, "The Laplacian pyramid as a compact image code", 1983.
 */
final class LaplacianLoss implements Loss {

    static final int LEVELS = 5;
    private static final int CHANNELS = 3;
    private static final double[] KERNEL = {1, 4, 6, 4, 1};

    private final List<Level> levels = new ArrayList<>();

    /** From one size to half of it, {@code (size, half)}, and back, {@code (half, size)}. */
    private record Level(NDArray reducing, NDArray expanding) {}

    /** @param owner of the constants, which must live as long as this loss */
    LaplacianLoss(NDManager owner, int size) {
        var side = size;
        for (int level = 1; level < LEVELS; level++) {
            var half = (side + 1) / 2;
            levels.add(new Level(
                    Torch.array(owner, transposed(blur(half, side, 2, 1), side), new Shape(side, half)),
                    Torch.array(owner, transposed(blur(side, half, 1, 2), half), new Shape(half, side))));
            side = half;
        }
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var rest = drawn.sub(target).mul(weights.clip(0, 1));
        var counted = weights;
        var means = new ArrayList<NDArray>();
        for (var level : levels) {
            var smaller = resized(rest, level.reducing);
            means.add(mean(rest.sub(resized(smaller, level.expanding)), counted));
            rest = smaller;
            counted = resized(counted, level.reducing);
        }
        means.add(mean(rest, counted));
        return means.stream().reduce(NDArray::add).orElseThrow();
    }

    private static NDArray mean(NDArray details, NDArray counted) {
        return Loss.sumBySide(details.abs().mul(counted))
                .div(Loss.sumBySide(counted).mul(CHANNELS));
    }

    private static NDArray resized(NDArray pictures, NDArray matrix) {
        return pictures.matMul(matrix).swapAxes(2, 3).matMul(matrix).swapAxes(2, 3);
    }

    /**
     * How each pixel of a row is mixed from those of another: pixel {@code i * step} of the finer of the two lies over
     * pixel {@code j * fromStep}; five pixels of the finer one count 1, 4, 6, 4 and 1 of their sum.
     *
     * @return {@code (to, from)}, each row adds up to 1
     */
    static double[][] blur(int to, int from, int step, int fromStep) {
        var matrix = new double[to][from];
        for (int i = 0; i < to; i++) {
            double sum = 0;
            for (int j = 0; j < from; j++) {
                var distance = Math.abs(i * step - j * fromStep);
                matrix[i][j] = distance <= 2 ? KERNEL[2 + distance] : 0;
                sum += matrix[i][j];
            }
            for (int j = 0; j < from; j++) {
                matrix[i][j] /= sum;
            }
        }
        return matrix;
    }

    private static float[] transposed(double[][] matrix, int columns) {
        var numbers = new float[matrix.length * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) matrix[i % matrix.length][i / matrix.length];
        }
        return numbers;
    }
}
