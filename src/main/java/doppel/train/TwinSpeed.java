package doppel.train;

/**
 * How fast Doppel trains a network beside PyTorch, step against step on one machine in the same minutes.
 *
 * @param design name of the network
 * @param batch faces a side in each step
 * @param version of PyTorch
 * @param seconds of a step of Doppel, the median
 * @param twinSeconds of a step of PyTorch, the median
 * @param ratio PyTorch's time over Doppel's, the median of the rounds; above 1 if Doppel is faster
 * @param leastRatio of all rounds
 * @param mostRatio of all rounds
 */
public record TwinSpeed(
        String design,
        int batch,
        String version,
        double seconds,
        double twinSeconds,
        double ratio,
        double leastRatio,
        double mostRatio) {}
