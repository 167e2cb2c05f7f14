package doppel.train;

/**
 * Where the time of a training step goes, in shares that add up to 1.
 *
 * @param data waiting for the next batch, which another thread makes meanwhile
 * @param forward drawing the faces and comparing them
 * @param backward following the gradients back
 * @param optimizer moving the weights
 */
public record StepShares(double data, double forward, double backward, double optimizer) {}
