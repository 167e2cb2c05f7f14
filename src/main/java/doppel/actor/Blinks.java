package doppel.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Eyes that close for a fifth of a second, every three seconds or so. */
final class Blinks {

    /** Closing is faster than opening. */
    private record Blink(double start, double closed, double opening, double end) {

        double at(double seconds) {
            return Math.min(
                    Track.smooth((seconds - start) / (closed - start)),
                    Track.smooth((end - seconds) / (end - opening)));
        }
    }

    private final List<Blink> blinks = new ArrayList<>();

    Blinks(long seed, double seconds) {
        var random = new SplittableRandom(seed);
        var now = random.nextDouble(.8, 1.6);
        while (now < seconds) {
            var closed = now + random.nextDouble(.065, .085);
            var opening = closed + random.nextDouble(.045, .06);
            var end = opening + random.nextDouble(.1, .14);
            blinks.add(new Blink(now, closed, opening, end));
            // now and then a second one follows at once
            now = random.nextInt(8) == 0 ? end + random.nextDouble(.12, .3) : end + random.nextDouble(1.9, 4);
        }
    }

    /** 0 open to 1 closed. */
    double at(double seconds) {
        var most = 0.0;
        for (var blink : blinks) {
            if (blink.start <= seconds && seconds <= blink.end) {
                most = Math.max(most, blink.at(seconds));
            }
        }
        return most;
    }

    int count() {
        return blinks.size();
    }
}
