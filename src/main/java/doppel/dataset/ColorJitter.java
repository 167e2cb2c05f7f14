package doppel.dataset;

import java.util.random.RandomGenerator;

/**
 * Draws a small random change of lightness and color.
 *
 * <p>A positive draw moves a value towards its upper end by that share of the way, a negative one towards its lower
 * end, so nothing leaves the range.
 *
 * <p>Book: chapter 4 names it as an option of faceswap. Source: faceswap, {@code augmentation.py}, which works on 8-bit
 * L*a*b*: there each of the three runs from 0 to 255, and gray is 128. Here nothing is rounded on the way.
 */
final class ColorJitter {

    private static final double MOST_LIGHTNESS = 100;
    private static final double LEAST_COLOR = -128;
    private static final double MOST_COLOR = 127;

    private ColorJitter() {}

    static ColorChange draw(AugmentOptions options, RandomGenerator random) {
        var gain = new double[3];
        var offset = new double[3];
        for (int i = 0; i < 3; i++) {
            var share = (2 * random.nextDouble() - 1) * (i == 0 ? options.lightness() : options.color());
            var least = i == 0 ? 0 : LEAST_COLOR;
            var most = i == 0 ? MOST_LIGHTNESS : MOST_COLOR;
            gain[i] = 1 - Math.abs(share);
            offset[i] = Math.abs(share) * (share > 0 ? most : least);
        }
        return new ColorChange(gain, offset);
    }
}
