package doppel.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step did: the row of a run's history, and what progress bars and charts are told.
 *
 * <p>Book: chapter 6, whose progress bar shows both losses and keeps neither.
 *
 * @param step steps taken in this run, from 1
 * @param seconds trained so far, pauses left out
 * @param lossA of side A, before the step
 * @param lossB of side B, before the step
 * @param learningRate of this step
 * @param facesPerSecond of both sides, since the run started or went on
 * @param gradientNorm length of the gradient before it was clipped, all weights taken as one vector; NaN if nobody
 *     measured it
 * @param terms each loss that counts by itself, without its weight, the mean of both sides; empty if nobody measured them
 */
public record TrainStep(
        int step,
        double seconds,
        float lossA,
        float lossB,
        double learningRate,
        double facesPerSecond,
        float gradientNorm,
        Map<LossKind, Float> terms) {

    public TrainStep {
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /** Of which no more is known than both losses. */
    public TrainStep(int step, double seconds, float lossA, float lossB, double learningRate, double facesPerSecond) {
        this(step, seconds, lossA, lossB, learningRate, facesPerSecond, Float.NaN, Map.of());
    }
}
