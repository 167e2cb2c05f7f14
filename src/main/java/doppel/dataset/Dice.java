package doppel.dataset;

import java.util.SplittableRandom;

/**
 * The random numbers of one face: for every purpose a stream of its own, so that turning one knob changes nothing else.
 *
 * @param choice which face it is
 * @param move turn, zoom and shift
 * @param flip whether it is mirrored
 * @param recoloring whether, and from whom, it takes over colors
 * @param color the jitter of lightness and color
 * @param contrast whether, and in how many tiles, the contrast is evened out
 * @param warp the pulls at the 5 x 5 points
 * @param landmarks whether, and to whose landmarks, it is bent
 */
record Dice(
        SplittableRandom choice,
        SplittableRandom move,
        SplittableRandom flip,
        SplittableRandom recoloring,
        SplittableRandom color,
        SplittableRandom contrast,
        SplittableRandom warp,
        SplittableRandom landmarks) {

    /** The next face's. */
    static Dice of(SplittableRandom random) {
        return new Dice(
                random.split(),
                random.split(),
                random.split(),
                random.split(),
                random.split(),
                random.split(),
                random.split(),
                random.split());
    }

    /** A step's. Neighboring seeds and steps must not give neighboring numbers, so the seed is stirred first. */
    static SplittableRandom of(long seed, long step) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + step);
    }
}
