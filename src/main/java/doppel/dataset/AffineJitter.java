package doppel.dataset;

import doppel.geometry.Similarity;
import java.util.random.RandomGenerator;

/**
 * Draws a small random turn, zoom and shift about the center of the crop.
 *
 * <p>Landmarks are never quite right. A network that has only seen perfectly aligned faces fails on the next frame.
 *
 * <p>Book: chapter 4 names it as an option of faceswap. Source: faceswap, {@code augmentation.py}.
 */
final class AffineJitter {

    private AffineJitter() {}

    /** From pixels of the crop to pixels of the moved crop, for a crop of this size. */
    static Similarity draw(AugmentOptions options, int size, RandomGenerator random) {
        var degrees = options.rotationDegrees() * (2 * random.nextDouble() - 1);
        var zoom = 1 + options.zoom() * (2 * random.nextDouble() - 1);
        var right = size * options.shift() * (2 * random.nextDouble() - 1);
        var down = size * options.shift() * (2 * random.nextDouble() - 1);
        var center = size / 2.0;
        return Similarity.shifting(-center, -center)
                .then(Similarity.turning(degrees, zoom))
                .then(Similarity.shifting(center + right, center + down));
    }
}
