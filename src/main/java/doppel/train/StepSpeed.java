package doppel.train;

/**
 * How fast this machine trains a network.
 *
 * @param design name of the network
 * @param precision what it computes with, {@value #PRECISION}
 * @param batch faces a side in each step
 * @param threads that one operation is spread over
 * @param seconds of a step, the median
 * @param facesPerSecond of both sides
 * @param gigaflops billions of multiplications and additions a second, in the layers alone
 * @param peakGigaflops what the same machine reaches at the same time in the product of two large matrices
 * @param shares where the time goes
 */
public record StepSpeed(
        String design,
        String precision,
        int batch,
        int threads,
        double seconds,
        double facesPerSecond,
        double gigaflops,
        double peakGigaflops,
        StepShares shares) {

    /** Numbers of 32 bits; why not 16 is told in docs/gpu.md. */
    static final String PRECISION = "32 bits";

    /** The share of the peak that training reaches; above 1 if a convolution beats the matrix product. */
    public double share() {
        return gigaflops / peakGigaflops;
    }
}
