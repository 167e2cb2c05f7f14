package doppel.train;

import ai.djl.ndarray.NDArray;

/**
 * How wrong the drawn faces are: what training makes smaller.
 *
 * <p>Each pixel counts as much as its weight says, and the sum is divided by the sum of the weights, side by side. So a
 * loss does not depend on how large the masks are, and those of A and B can be compared. The book averages over all
 * pixels, masked or not.
 *
 * <p>Book: chapter 6, "Exploring the training code", loss and optimizers.
 */
interface Loss {

    /**
     * @param drawn {@code (2 N, 3, size, size)}, 0 to 1; the first half belongs to side A
     * @param target of the same shape
     * @param weights {@code (2 N, 1, size, size)}, 0 or more, the sum of each side above 0
     * @return {@code (2)}: the losses of side A and side B
     */
    NDArray of(NDArray drawn, NDArray target, NDArray weights);

    /** The sum over each side, {@code (2)}. */
    static NDArray sumBySide(NDArray values) {
        return values.reshape(2, -1).sum(new int[] {1});
    }
}
