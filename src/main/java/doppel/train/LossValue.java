package doppel.train;

import ai.djl.ndarray.NDArray;
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
}
