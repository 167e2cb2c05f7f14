package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
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
 *   <li>Compare all {@link Windows}: SSIM is how alike their light is, times how alike their patterns are.
 *   <li>The mean of (1 - SSIM) / 2 over the windows, each counting as much as its middle.
 * </ol>
 *
 * <p>Book: chapter 6, whose loss sees colors only. Source: Z. Wang et al., "Image quality assessment: from
 * error visibility to structural similarity", IEEE TIP 13(4), 2004.
 */
final class StructureLoss implements Loss {

    private final NDArray lightness;
    private final NDArray half;
    private final Windows windows;

    /** @param owner of the constants, which must live as long as this loss */
    StructureLoss(NDManager owner, int size) {
        lightness = lightness(owner);
        half = Torch.array(owner, new float[] {0.5f}, new Shape());
        windows = new Windows(owner, size);
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        var mask = weights.clip(0, 1);
        var likeness = windows.compare(
                gray(drawn, lightness).mul(mask), gray(target, lightness).mul(mask));
        var similarity = likeness.light().mul(likeness.pattern());
        var counted = windows.middles(weights);
        var worst = Loss.sumBySide(counted);
        return worst.sub(Loss.sumBySide(similarity.mul(counted))).mul(half).div(worst);
    }

    /** How light red, green and blue are, {@code (1, 3, 1, 1)}. */
    static NDArray lightness(NDManager owner) {
        return Torch.array(owner, new float[] {0.299f, 0.587f, 0.114f}, new Shape(1, 3, 1, 1));
    }

    /** {@code (N, 3, size, size)} to {@code (N, 1, size, size)}. */
    static NDArray gray(NDArray picture, NDArray lightness) {
        return picture.mul(lightness).sum(new int[] {1}, true);
    }
}
