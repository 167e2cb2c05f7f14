package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;

/**
 * Compares two gray pictures window by window: 11 x 11 pixels, the middle counting most, from every pixel on.
 *
 * <ol>
 *   <li>Blur the pictures, their squares and their product: the means of all windows.
 *   <li>From those, variance and covariance of each window.
 *   <li>From those, whether two windows are equally light, and whether they get lighter and darker together.
 * </ol>
 *
 * <p>Book: chapter 6, whose loss sees single pixels. Source: Z. Wang et al., "Image quality assessment: from error
 * visibility to structural similarity", IEEE TIP 13(4), 2004.
 */
final class Windows {

    static final int WIDTH = 11;
    private static final double SIGMA = 1.5;
    private static final float DARK = 0.01f * 0.01f;
    private static final float FLAT = 0.03f * 0.03f;

    private final NDArray sliding;
    private final NDIndex middle;

    /**
     * How alike the windows are: {@code (2 N, 1, size - 10, size - 10)}, rows and columns exchanged.
     *
     * @param light 1 if both have one mean, 0 at least
     * @param pattern 1 if both have one contrast and get lighter and darker together, -1 if one is the other's negative
     */
    record Likeness(NDArray light, NDArray pattern) {}

    /** @param owner of the constants, which must live as long as this */
    Windows(NDManager owner, int size) {
        sliding = Torch.array(owner, sliding(size), new Shape(size, size - WIDTH + 1));
        middle = new NDIndex(":, :, {}:{}, {}:{}", WIDTH / 2, size - WIDTH / 2, WIDTH / 2, size - WIDTH / 2);
    }

    /**
     * @param a {@code (2 N, 1, size, size)}, 0 to 1
     * @param b alike; no gradient flows into it
     */
    Likeness compare(NDArray a, NDArray b) {
        var means = blurred(a, a.mul(a), a.mul(b));
        var fixed = blurred(b, b.mul(b)); // apart from the others, because no gradient flows here
        var meanA = means.get(0);
        var meanB = fixed.get(0);
        var meanAB = meanA.mul(meanB);
        var squares = meanA.mul(meanA).add(meanB.mul(meanB));
        var variances = means.get(1).add(fixed.get(1)).sub(squares);
        var covariance = means.get(2).sub(meanAB);
        // x + x and not 2 x: see Torch.newGradientCollector
        return new Likeness(
                meanAB.add(meanAB).add(DARK).div(squares.add(DARK)),
                covariance.add(covariance).add(FLAT).div(variances.add(FLAT)));
    }

    /** What counts for each window: the number at its middle; rows and columns exchanged. */
    NDArray middles(NDArray weights) {
        return weights.get(middle).swapAxes(2, 3);
    }

    /** Each picture blurred, one after the other, with rows and columns exchanged. */
    private NDList blurred(NDArray... pictures) {
        var stacked = NDArrays.concat(new NDList(pictures));
        // a row of windows is one matrix product; so cheap a blur makes the structure cost little more than colors do
        return stacked.matMul(sliding).swapAxes(2, 3).matMul(sliding).split(pictures.length);
    }

    /** A Gaussian that slides along: column i is the window that begins at pixel i, {@code (size, size - 10)}. */
    private static float[] sliding(int size) {
        var gaussian = new double[WIDTH];
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            var distance = i - WIDTH / 2;
            gaussian[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += gaussian[i];
        }
        var places = size - WIDTH + 1;
        var matrix = new float[size * places];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < WIDTH; i++) {
                matrix[(place + i) * places + place] = (float) (gaussian[i] / sum);
            }
        }
        return matrix;
    }
}
