package doppel.evaluate;

/**
 * What a swap cost.
 *
 * @param steps of training
 * @param secondsTraining on the clock
 * @param facesPerSecond both sides together, while training
 * @param framesPerSecondSwap while swapping the clip, reading and writing included
 * @param secondsTotal from the clips to the report
 */
public record RunFacts(
        int steps, double secondsTraining, double facesPerSecond, double framesPerSecondSwap, double secondsTotal) {}
