package doppel.actor;

import java.util.ArrayList;
import java.util.SplittableRandom;

/**
 * A head that turns from one thing to the next, never quite still.
 *
 * <p>Directions come from a grid of seven by three over the range, in a random order with short ways: in half a minute
 * the head has been everywhere.
 */
final class HeadMotion {

    private static final int COLUMNS = 7;
    private static final int ROWS = 3;

    /** So that the unrest and the nods on top stay within the range. */
    private static final double INNER = .96;

    private static final double SLOWEST_DEGREES_PER_SECOND = 55;
    private static final double NOD_DEGREES = 2.2;

    private record Direction(double yaw, double pitch) {}

    private final Manner manner;
    private final Track yaw = new Track(0);
    private final Track pitch = new Track(0);
    private final Track roll = new Track(0);
    private final Track nod = new Track(0);
    private final Drift yawDrift;
    private final Drift pitchDrift;
    private final Drift rollDrift;

    HeadMotion(long seed, Manner manner, Babble babble, double seconds) {
        this.manner = manner;
        var random = new SplittableRandom(seed);
        yawDrift = new Drift(random.nextLong(), .55);
        pitchDrift = new Drift(random.nextLong(), .47);
        rollDrift = new Drift(random.nextLong(), .8);
        turns(random.split(), seconds);
        tilts(random.split(), seconds);
        nods(random.split(), babble);
    }

    double yaw(double seconds) {
        return within(manner.yaw(), yaw.at(seconds) + .8 * yawDrift.at(seconds));
    }

    double pitch(double seconds) {
        return within(manner.pitch(), pitch.at(seconds) + nod.at(seconds) + .7 * pitchDrift.at(seconds));
    }

    double roll(double seconds) {
        return within(manner.roll(), roll.at(seconds) + .6 * rollDrift.at(seconds));
    }

    private void turns(SplittableRandom random, double seconds) {
        var left = new ArrayList<Direction>();
        var now = .6;
        var from = new Direction(0, 0);
        while (now < seconds) {
            if (left.isEmpty()) {
                grid(random, left);
            }
            var to = left.remove(near(random, left, from));
            var way = Math.sqrt(square(to.yaw - from.yaw) + square(to.pitch - from.pitch));
            var turn = .34 + way / SLOWEST_DEGREES_PER_SECOND;
            yaw.move(now, turn, to.yaw);
            pitch.move(now, turn, to.pitch);
            now += turn + random.nextDouble(.12, .7);
            from = to;
        }
    }

    private void grid(SplittableRandom random, ArrayList<Direction> into) {
        for (int column = 0; column < COLUMNS; column++) {
            for (int row = 0; row < ROWS; row++) {
                var across = (column + random.nextDouble(.15, .85)) / COLUMNS * 2 - 1;
                var down = (row + random.nextDouble(.1, .9)) / ROWS * 2 - 1;
                // the outermost columns reach the ends of the range
                var wide = Math.max(-1, Math.min(1, across * 1.12));
                into.add(new Direction(INNER * manner.yaw() * wide, INNER * manner.pitch() * down));
            }
        }
    }

    /** The nearest of three. */
    private static int near(SplittableRandom random, ArrayList<Direction> directions, Direction from) {
        var best = 0;
        var shortest = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            var chosen = random.nextInt(directions.size());
            var way = Math.abs(directions.get(chosen).yaw - from.yaw)
                    + Math.abs(directions.get(chosen).pitch - from.pitch);
            if (way < shortest) {
                shortest = way;
                best = chosen;
            }
        }
        return best;
    }

    private void tilts(SplittableRandom random, double seconds) {
        for (var now = random.nextDouble(.5, 1.5); now < seconds; ) {
            var turn = random.nextDouble(.7, 1.2);
            roll.move(now, turn, INNER * manner.roll() * random.nextDouble(-1, 1));
            now += turn + random.nextDouble(.2, 1.2);
        }
    }

    /** Speakers nod on what they stress. */
    private void nods(SplittableRandom random, Babble babble) {
        var free = 0.0;
        for (var sound : babble.sounds()) {
            if (sound.phone().isVowel() && sound.start() > free && random.nextInt(4) == 0) {
                var depth = NOD_DEGREES * random.nextDouble(.5, 1);
                nod.move(sound.start() - .06, .2, depth);
                nod.move(sound.start() + .14, .3, 0);
                free = sound.start() + .6;
            }
        }
    }

    private static double within(double range, double degrees) {
        return Math.max(-range, Math.min(range, degrees));
    }

    private static double square(double x) {
        return x * x;
    }
}
