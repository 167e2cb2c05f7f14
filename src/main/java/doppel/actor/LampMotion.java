package doppel.actor;

import java.util.SplittableRandom;

/** Light that changes as slowly as it does on somebody who walks through a room. */
final class LampMotion {

    private static final double LOWEST = 10;
    private static final double HIGHEST = 50;
    private static final double COLDEST = -.35;
    private static final double WARMEST = .55;

    private final Track azimuth;
    private final Track elevation;
    private final Track strength;
    private final Track warmth;

    LampMotion(long seed, Manner manner, double seconds) {
        var random = new SplittableRandom(seed);
        azimuth = wander(random.split(), -manner.azimuth(), manner.azimuth(), seconds);
        elevation = wander(random.split(), LOWEST, HIGHEST, seconds);
        strength = wander(random.split(), manner.dimmest(), manner.brightest(), seconds);
        warmth = wander(random.split(), COLDEST, WARMEST, seconds);
    }

    Moment.Light at(double seconds) {
        return new Moment.Light(azimuth.at(seconds), elevation.at(seconds), strength.at(seconds), warmth.at(seconds));
    }

    /** From one half of the range to the other and back, and right to its ends every second time. */
    private static Track wander(SplittableRandom random, double least, double most, double seconds) {
        var upper = random.nextBoolean();
        var track = new Track(value(least, most, random.nextDouble(.25, .75)));
        var moves = 0;
        for (var now = random.nextDouble(0, .8); now < seconds; moves++) {
            upper = !upper;
            var far = moves % 4 < 2 ? random.nextDouble(.92, 1) : random.nextDouble(.55, .92);
            var move = random.nextDouble(2.2, 4.2);
            track.move(now, move, value(least, most, upper ? far : 1 - far));
            now += move + random.nextDouble(0, .5);
        }
        return track;
    }

    private static double value(double least, double most, double share) {
        return least + (most - least) * share;
    }
}
