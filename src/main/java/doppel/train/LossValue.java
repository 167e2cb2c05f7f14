package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * What a step makes smaller, and what it is the sum of.
 *
 * @param total {@code (2)}, of side A and side B: each loss times its weight, added up
 * @param terms {@code (2)} each: the losses themselves, in the order of {@link LossOptions#terms()}
 */
record LossValue(NDArray total, List<NDArray> terms) {

    LossValue {
        terms = List.copyOf(terms);
    }

    /**
     * All numbers, brought back at once: whoever reads a number from a graphics card waits until it is done.
     *
     * @return a row for the total and one for each term, of two columns, side A and side B
     */
    float[][] read() {
        var all = new NDList(total);
        all.addAll(terms);
        var numbers = NDArrays.stack(all).toFloatArray();
        var rows = new float[all.size()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new float[] {numbers[2 * row], numbers[2 * row + 1]};
        }
        return rows;
    }
}
