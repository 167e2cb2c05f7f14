package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;

/**
 * How differently light and dark are arranged: half of 1 - SSIM of the lightness, 0 for equal pictures, 1 at worst.
 *
 * <p>Two pictures can be close in every color and still one of them is a blur. SSIM compares small windows: their mean,
 * their contrast, and whether they get lighter and darker together. What lies outside of the mask is black in both.
 *
 * <ol>
 *   <li>Weigh the colors to lightness, times the mask.
 *   <li>Blur the pictures, their squares and their product: the means of all windows.
 *   <li>From those, variance and covariance of each window, and SSIM.
 *   <li>The mean of (1 - SSIM) / 2 over the windows whose middle is in the mask.
 * </ol>
 *
 * <p>Book: chapter 6, whose loss sees colors only. Source: Z. Wang et al., "Image quality assessment: from
 * error visibility to structural similarity", IEEE TIP 13(4), 2004.
 */
final class StructureLoss implements Loss {

    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final float DARK = 0.01f * 0.01f;
    private static final float FLAT = 0.03f * 0.03f;

    private final NDArray lightness;
    private final NDArray window;
    private final NDArray half;
    private final NDIndex middle;

    /** @param owner of the constants, which must live as long as this loss */
    StructureLoss(NDManager owner, int size) {
        lightness = Torch.array(owner, new float[] {0.299f, 0.587f, 0.114f}, new Shape(1, 3, 1, 1));
        window = Torch.array(owner, sliding(size), new Shape(size, size - WINDOW + 1));
        half = Torch.array(owner, new float[] {0.5f}, new Shape());
        middle = new NDIndex(":, :, {}:{}, {}:{}", WINDOW / 2, size - WINDOW / 2, WINDOW / 2, size - WINDOW / 2);
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var mask = weights.clip(0, 1);
        var a = drawn.mul(lightness).sum(new int[] {1}, true).mul(mask); // (2 N, 1, size, size)
        var b = target.mul(lightness).sum(new int[] {1}, true).mul(mask);

        var means = blurred(a, a.mul(a), a.mul(b));
        var fixed = blurred(b, b.mul(b)); // apart from the others, because no gradient flows here
        var meanA = means.get(0);
        var meanB = fixed.get(0);
        var meanAB = meanA.mul(meanB);
        var squares = meanA.mul(meanA).add(meanB.mul(meanB));
        var variances = means.get(1).add(fixed.get(1)).sub(squares);
        var covariance = means.get(2).sub(meanAB);

        // x + x and not 2 x: see Torch.newGradientCollector
        var similarity = meanAB.add(meanAB)
                .add(DARK)
                .mul(covariance.add(covariance).add(FLAT))
                .div(squares.add(DARK).mul(variances.add(FLAT)));
        var inside = mask.get(middle).swapAxes(2, 3);
        var worst = Loss.sumBySide(inside);
        return worst.sub(Loss.sumBySide(similarity.mul(inside))).mul(half).div(worst);
    }

    /** Each picture blurred, one after the other, with rows and columns exchanged. */
    private NDList blurred(NDArray... pictures) {
        var stacked = NDArrays.concat(new NDList(pictures));
        // a row of windows is one matrix product; so cheap a blur makes the structure cost little more than colors do
        return stacked.matMul(window).swapAxes(2, 3).matMul(window).split(pictures.length);
    }

    /** A Gaussian that slides along: column i is the window that begins at pixel i, {@code (size, size - 10)}. */
    private static float[] sliding(int size) {
        var gaussian = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            var distance = i - WINDOW / 2;
            gaussian[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += gaussian[i];
        }
        var places = size - WINDOW + 1;
        var matrix = new float[size * places];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < WINDOW; i++) {
                matrix[(place + i) * places + place] = (float) (gaussian[i] / sum);
            }
        }
        return matrix;
    }
}
