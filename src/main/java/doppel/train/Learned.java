package doppel.train;

import java.util.List;

/**
 * What a step learned from, before it moved the weights.
 *
 * @param lossA of side A
 * @param lossB of side B
 * @param terms each loss by itself, without its weight, the mean of both sides, in the order of {@link LossOptions#terms}
 * @param gradientNorm length of the gradient before it was clipped, all weights taken as one vector
 */
record Learned(float lossA, float lossB, List<Float> terms, float gradientNorm) {

    Learned {
        terms = List.copyOf(terms);
    }

    /** Whether all is a number; if not, the weights stayed as they were. */
    boolean isFinite() {
        return Float.isFinite(lossA) && Float.isFinite(lossB) && Float.isFinite(gradientNorm);
    }
}
