package doppel.actor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What somebody does before the camera: talks, turns, smiles, blinks, looks around, in changing light. The same seed
 * gives the same performance.
 *
 * <p>Everything moves within what people do, and smoothly; only eyes jump and blink.
 *
 * <p>Book: chapter 3, "Sourcing data": what the data lack, the swap cannot show.
 */
public final class Performance {

    /** How long every performance is; a clip takes the beginning. */
    public static final double SECONDS = 120;

    /** Units of the mouth that speech moves; those of two sides without Left and Right. */
    private static final List<String> SPOKEN =
            List.of("mouthStretch", "mouthSmile", "mouthLowerDown", "mouthUpperUp", "mouthPress");

    private static final List<String> SPOKEN_SINGLE =
            List.of("mouthFunnel", "mouthPucker", "mouthRollLower", "mouthRollUpper", "mouthShrugLower");

    /** Units of a mood that speech does not move. */
    private static final List<String> FELT =
            List.of("cheekSquint", "mouthDimple", "mouthFrown", "noseSneer", "browDown", "browOuterUp");

    /** Units without sides. */
    static final List<String> SINGLE = Stream.concat(SPOKEN_SINGLE.stream(), Stream.of("jawOpen", "browInnerUp"))
            .toList();

    /** Units of sounds and moods; those of two sides without Left and Right. */
    static final List<String> UNITS = Stream.of(SINGLE, SPOKEN, FELT, List.of("eyeSquint", "eyeWide"))
            .flatMap(List::stream)
            .toList();

    private static final double WIDEST_JAW = .6;
    private static final double STRONGEST = .75;

    /** Degrees at which the lids have followed the eye all the way. */
    private static final double LID_YAW = 32;

    private static final double LID_PITCH = 26;

    /** Weights below this are not seen. */
    private static final double LEAST = .002;

    private final long seed;
    private final Manner manner;
    private final Babble babble;
    private final Moods moods;
    private final Blinks blinks;
    private final HeadMotion head;
    private final Gaze gaze;
    private final LampMotion lamp;
    private final Drift side;

    private Performance(long seed, Manner manner) {
        this.seed = seed;
        this.manner = manner;
        this.babble = new Babble(31 * seed + 1, SECONDS);
        this.moods = new Moods(31 * seed + 2, SECONDS);
        this.blinks = new Blinks(31 * seed + 3, SECONDS);
        this.head = new HeadMotion(31 * seed + 4, manner, babble, SECONDS);
        this.gaze = new Gaze(31 * seed + 5, head, SECONDS);
        this.lamp = new LampMotion(31 * seed + 6, manner, SECONDS);
        this.side = new Drift(31 * seed + 7, 1.9);
    }

    /** In any manner. */
    public static Performance of(long seed, Manner manner) {
        return new Performance(seed, manner);
    }

    /** Somebody of the crowd, who shows much. */
    public static Performance of(long seed) {
        return of(seed, Manner.talkative());
    }

    /**
     * What an actor of the samples does. That of {@code a} covers that of {@code b}.
     *
     * @param name {@code a}, {@code b} or {@code c}
     * @throws IllegalArgumentException if there is no such actor
     */
    public static Performance of(String name) {
        return switch (name) {
            case "a" -> of(181, Manner.talkative());
            case "b" -> of(46, Manner.calm());
            case "c" -> of(314, Manner.calm());
            default ->
                throw new IllegalArgumentException(
                        "no performance is called \"%s\": choose a, b or c, or give a seed".formatted(name));
        };
    }

    public long seed() {
        return seed;
    }

    public Manner manner() {
        return manner;
    }

    /**
     * Pose, expression, gaze and light at a time.
     *
     * @param seconds 0 to {@link #SECONDS}
     * @throws IllegalArgumentException if it is beyond the end
     */
    public Moment at(double seconds) {
        if (!(seconds >= 0 && seconds <= SECONDS)) {
            throw new IllegalArgumentException(
                    "a performance lasts %s seconds, got %s: ask for fewer frames".formatted(SECONDS, seconds));
        }
        return new Moment(
                seconds,
                expression(seconds),
                head.yaw(seconds),
                head.pitch(seconds),
                head.roll(seconds),
                gaze.yaw(seconds),
                gaze.pitch(seconds),
                lamp.at(seconds));
    }

    Babble babble() {
        return babble;
    }

    /** How much of speech the mood leaves: the voice falls silent with the mouth. */
    double speech(double seconds) {
        return moods.speech(seconds);
    }

    private Map<String, Double> expression(double seconds) {
        var weights = new TreeMap<String, Double>();
        mouth(weights, seconds);
        for (var unit : FELT) {
            both(weights, unit, felt(unit, seconds), seconds);
        }
        put(weights, "browInnerUp", felt("browInnerUp", seconds));
        eyes(weights, seconds);
        return weights;
    }

    private void mouth(Map<String, Double> weights, double seconds) {
        var speech = moods.speech(seconds) * (.8 + .2 * manner.liveliness());
        var jaw = Math.min(WIDEST_JAW, speech * babble.mouth("jawOpen", seconds) + felt("jawOpen", seconds));
        put(weights, "jawOpen", jaw);
        put(weights, "mouthClose", jaw * babble.closure(seconds) * moods.speech(seconds));
        for (var unit : SPOKEN_SINGLE) {
            put(weights, unit, speech * babble.mouth(unit, seconds) + felt(unit, seconds));
        }
        for (var unit : SPOKEN) {
            both(weights, unit, speech * babble.mouth(unit, seconds) + felt(unit, seconds), seconds);
        }
    }

    private void eyes(Map<String, Double> weights, double seconds) {
        var closed = blinks.at(seconds);
        for (var unit : List.of("eyeSquint", "eyeWide")) {
            both(weights, unit, (1 - closed) * felt(unit, seconds), seconds);
        }
        lids(weights, gaze.yaw(seconds), gaze.pitch(seconds), closed);
        if (closed > LEAST) {
            weights.put("eyeBlinkLeft", closed);
            weights.put("eyeBlinkRight", closed);
        }
    }

    /** Lids go where the eyes look. */
    static void lids(Map<String, Double> weights, double gazeYaw, double gazePitch, double closed) {
        var across = Math.abs(gazeYaw) / LID_YAW;
        put(weights, gazeYaw > 0 ? "eyeLookOutLeft" : "eyeLookInLeft", across);
        put(weights, gazeYaw > 0 ? "eyeLookInRight" : "eyeLookOutRight", across);
        var vertical = gazePitch > 0 ? "eyeLookDown" : "eyeLookUp";
        put(weights, vertical + "Left", (1 - closed) * Math.abs(gazePitch) / LID_PITCH);
        put(weights, vertical + "Right", (1 - closed) * Math.abs(gazePitch) / LID_PITCH);
    }

    private double felt(String unit, double seconds) {
        return manner.liveliness() * moods.weight(unit, seconds);
    }

    /** No face is the same on both sides. */
    private void both(Map<String, Double> weights, String unit, double weight, double seconds) {
        var more = .07 * side.at(seconds);
        put(weights, unit + "Left", weight * (1 + more));
        put(weights, unit + "Right", weight * (1 - more));
    }

    private static void put(Map<String, Double> weights, String unit, double weight) {
        if (weight > LEAST) {
            weights.put(unit, Math.min(STRONGEST, weight));
        }
    }
}
