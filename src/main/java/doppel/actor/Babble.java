package doppel.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Speech that says nothing, in the rhythm of speech: syllables, three to five a second, in phrases with pauses.
 *
 * <p>Mouth and sound come from the same sounds at the same times. Neighboring sounds run into each other, as tongues and
 * lips are heavy: each acts before and after its own time.
 *
 * <p>Source: M. Cohen and D. Massaro, "Modeling coarticulation in synthetic visual speech", 1993.
 */
final class Babble {

    /** A sound from {@code start} to {@code end}, in seconds. */
    record Sound(Phone phone, double start, double end) {

        double middle() {
            return (start + end) / 2;
        }

        /** How much this sound acts: 1 in its middle, 0 from {@code lead} seconds before and after it. */
        double reach(double seconds, double lead) {
            var away = (seconds - middle()) / ((end - start) / 2 + lead);
            var rest = Math.max(0, 1 - away * away);
            return rest * rest * rest;
        }
    }

    /** Somebody speaks from {@code start} to {@code end}, in seconds. */
    record Phrase(double start, double end) {}

    private static final double LONGEST_LEAD = .3;
    private static final double MOUTH_LEAD = .085;
    private static final double CLOSURE_LEAD = .055;

    /** Weight of the mouth at rest against that of a sound. */
    private static final double REST = .12;

    private static final Phone[] VOWELS = {Phone.AH, Phone.EH, Phone.EE, Phone.OH, Phone.OO, Phone.UH, Phone.AH};
    private static final Phone[] CONSONANTS = {
        Phone.M, Phone.P, Phone.F, Phone.S, Phone.SH, Phone.T, Phone.N, Phone.L, Phone.K, Phone.R, Phone.T, Phone.N
    };
    private static final Phone[] CODAS = {Phone.N, Phone.S, Phone.T, Phone.L, Phone.M};

    private final List<Sound> sounds = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();

    /**
     * @param seconds for which there is something to say
     */
    Babble(long seed, double seconds) {
        var random = new SplittableRandom(seed);
        var now = .5;
        while (now < seconds) {
            var start = now;
            var syllables = random.nextInt(4, 12);
            for (int i = 0; i < syllables; i++) {
                now = syllable(random, now, i == syllables - 1);
            }
            phrases.add(new Phrase(start, now));
            now += random.nextDouble(.35, .9);
        }
    }

    List<Sound> sounds() {
        return List.copyOf(sounds);
    }

    List<Phrase> phrases() {
        return List.copyOf(phrases);
    }

    /** Weight of a unit of the mouth; one of two sides is named without Left and Right. */
    double mouth(String unit, double seconds) {
        return blend(seconds, MOUTH_LEAD, phone -> phone.mouth(unit));
    }

    /** How closed the lips are, 0 to 1: an m or p closes them wherever the jaw is. */
    double closure(double seconds) {
        var open = 1.0;
        for (int i = first(seconds - LONGEST_LEAD); i < sounds.size(); i++) {
            var sound = sounds.get(i);
            if (sound.start > seconds + LONGEST_LEAD) {
                break;
            }
            open *= 1 - sound.phone.closure() * sound.reach(seconds, CLOSURE_LEAD);
        }
        return 1 - open;
    }

    /**
     * The mean of a property of the sounds that act at a time, 0 in pauses.
     *
     * @param lead seconds that a sound acts before and after its own time, up to .3
     */
    double blend(double seconds, double lead, ToDoubleFunction<Phone> property) {
        var sum = 0.0;
        var weights = REST;
        for (int i = first(seconds - LONGEST_LEAD); i < sounds.size(); i++) {
            var sound = sounds.get(i);
            if (sound.start > seconds + LONGEST_LEAD) {
                break;
            }
            var weight = sound.reach(seconds, lead);
            sum += weight * property.applyAsDouble(sound.phone);
            weights += weight;
        }
        return sum / weights;
    }

    /** The first sound that ends at or after {@code seconds}. */
    private int first(double seconds) {
        var low = 0;
        var high = sounds.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (sounds.get(middle).end < seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double syllable(SplittableRandom random, double start, boolean last) {
        var now = add(pick(random, CONSONANTS), start, random.nextDouble(.07, .105));
        now = add(pick(random, VOWELS), now, random.nextDouble(.11, .19) * (last ? 1.5 : 1));
        return random.nextInt(4) == 0 ? add(pick(random, CODAS), now, random.nextDouble(.06, .09)) : now;
    }

    private double add(Phone phone, double start, double seconds) {
        sounds.add(new Sound(phone, start, start + seconds));
        return start + seconds;
    }

    private static Phone pick(SplittableRandom random, Phone[] phones) {
        return phones[random.nextInt(phones.length)];
    }
}
