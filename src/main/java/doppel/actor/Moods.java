package doppel.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One mood after the other, with a neutral face between them; each comes once before one comes again. */
final class Moods {

    private record Episode(Mood mood, double start, double full, double fading, double end, double strength) {

        double at(double seconds) {
            var rise = Track.smooth((seconds - start) / (full - start));
            var fall = Track.smooth((end - seconds) / (end - fading));
            return strength * Math.min(rise, fall);
        }
    }

    private final List<Episode> episodes = new ArrayList<>();

    Moods(long seed, double seconds) {
        var random = new SplittableRandom(seed);
        var now = .9;
        while (now < seconds) {
            for (var mood : shuffled(random)) {
                var full = now + random.nextDouble(.28, .5);
                var fading = full + random.nextDouble(.5, 1.3);
                var end = fading + random.nextDouble(.4, .7);
                episodes.add(new Episode(mood, now, full, fading, end, random.nextDouble(.85, 1)));
                now = end + random.nextDouble(.15, .6);
            }
        }
    }

    /** Weight of a unit, 0 to 1. */
    double weight(String unit, double seconds) {
        var sum = 0.0;
        for (var episode : episodes) {
            if (episode.start <= seconds && seconds <= episode.end) {
                sum += episode.at(seconds) * episode.mood.weight(unit);
            }
        }
        return sum;
    }

    /** How much of speech is left, 0 to 1. */
    double speech(double seconds) {
        var left = 1.0;
        for (var episode : episodes) {
            if (episode.start <= seconds && seconds <= episode.end) {
                left -= episode.at(seconds) * episode.mood.quiet();
            }
        }
        return left;
    }

    /** The two that people know best come first, so that a short clip has them. */
    private static List<Mood> shuffled(SplittableRandom random) {
        var rest = new ArrayList<>(List.of(Mood.FROWN, Mood.PENSIVE, Mood.INTEREST, Mood.DOUBT, Mood.SMILE));
        var order = new ArrayList<Mood>();
        order.add(rest.remove(random.nextInt(rest.size())));
        order.add(Mood.WIDE_SMILE);
        order.add(rest.remove(random.nextInt(rest.size())));
        order.add(Mood.SURPRISE);
        while (!rest.isEmpty()) {
            order.add(rest.remove(random.nextInt(rest.size())));
        }
        return order;
    }
}
