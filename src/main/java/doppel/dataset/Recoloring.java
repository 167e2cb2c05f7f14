package doppel.dataset;

/**
 * Gives a face the mean and the spread of another face's colors.
 *
 * <p>Two people in two rooms differ in color more than in shape, and the encoder would learn to tell them apart by it.
 * Seen in each other's colors now and then, they must be told apart by their faces, and each decoder learns to draw in
 * both lights.
 *
 * <p>Source: E. Reinhard et al., "Color Transfer between Images", IEEE Computer Graphics and Applications 21(5), 2001.
 */
final class Recoloring {

    /** A spread may at most halve or double, so that a flat face is not blown up into noise. */
    private static final double MOST_GAIN = 2;

    /** Below it a color is flat, as a* and b* are in a gray picture. */
    private static final double LEAST_SPREAD = 0.1;

    private Recoloring() {}

    static ColorChange between(LabStatistics own, LabStatistics other) {
        var gain = new double[3];
        var offset = new double[3];
        for (int i = 0; i < 3; i++) {
            var ratio = Math.max(other.spread()[i], LEAST_SPREAD) / Math.max(own.spread()[i], LEAST_SPREAD);
            gain[i] = Math.max(1 / MOST_GAIN, Math.min(ratio, MOST_GAIN));
            offset[i] = other.mean()[i] - gain[i] * own.mean()[i];
        }
        return new ColorChange(gain, offset);
    }
}
