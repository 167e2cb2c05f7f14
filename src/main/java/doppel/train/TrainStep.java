package doppel.train;

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
 */
public record TrainStep(
        int step, double seconds, float lossA, float lossB, double learningRate, double facesPerSecond) {}
