package doppel.clean;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A column of the face table: what is measured, in which unit, and which end of it is the bad one.
 *
 * <p>Book: chapter 4, the sort tool.
 */
public enum Measure {
    SECONDS("seconds", "s", FaceRow::seconds, late -> late),
    SCORE("score", "0 to 1", FaceRow::score, low -> -low),
    SOURCE_PIXELS("sourcePixels", "pixels", FaceRow::sourcePixels, small -> -small),
    /**
     * variance of the Laplacian, per variance of the coarser detail, times 1000; a blur of half a pixel halves it, one of a
     * pixel leaves a seventh
     */
    SHARPNESS("sharpness", "fine per coarse detail", FaceRow::sharpness, blurred -> -blurred),
    /** mean strength of the high spatial frequencies; noise without coarser detail has 0, a face has less */
    SPECTRUM("spectrum", "decibels", FaceRow::spectrum, blurred -> -blurred),
    MISALIGNMENT("misalignment", "face units", FaceRow::misalignment, far -> far),
    /** how far the landmarks are from where the two neighbors in time would have them */
    JUMP("jump", "face units", FaceRow::jump, far -> far),
    YAW("yaw", "degrees", FaceRow::yaw, Math::abs),
    PITCH("pitch", "degrees", FaceRow::pitch, Math::abs),
    ROLL("roll", "degrees", FaceRow::roll, Math::abs),
    MOUTH("mouth", "opening per width", FaceRow::mouth, wide -> wide),
    EYES("eyes", "opening per width", FaceRow::eyes, shut -> -shut),
    BRIGHTNESS("brightness", "L*", FaceRow::brightness, dark -> -dark),
    CONTRAST("contrast", "L*", FaceRow::contrast, flat -> -flat),
    BALANCE("balance", "L*, left less right", FaceRow::balance, Math::abs),
    REDNESS("redness", "a*", FaceRow::redness, Math::abs),
    YELLOWNESS("yellowness", "b*", FaceRow::yellowness, Math::abs),
    /** pixels that are all but black */
    BLACK("black", "share", FaceRow::black, dark -> dark),
    /** pixels with a channel at its upper end */
    CLIPPED("clipped", "share", FaceRow::clipped, blown -> blown),
    GRAY("gray", "0 to 255", row -> row.own().hues().gray(), dark -> -dark),
    LUMA("luma", "0 to 255", row -> row.own().hues().luma(), dark -> -dark),
    GREEN("green", "Cg", row -> row.own().hues().green(), Math::abs),
    ORANGE("orange", "Co", row -> row.own().hues().orange(), Math::abs),
    /** how much of the face the frame's edge leaves */
    IN_FRAME("inFrame", "share", FaceRow::inFrame, cut -> -cut),
    /** what looks unlike this person's other faces: a hand, a cup */
    COVERED("covered", "share", FaceRow::covered, hidden -> hidden),
    /** cosine to the person of the folder */
    LIKENESS("likeness", "cosine", FaceRow::likeness, stranger -> -stranger),
    /** 0 is the largest cluster, -1 a face that is like no other */
    CLUSTER("cluster", "number", FaceRow::cluster, other -> other < 0 ? Double.MAX_VALUE : other),
    /** difference to the nearest face before it in an order of most different faces first */
    NOVELTY("novelty", "gray values", FaceRow::novelty, repeated -> -repeated);

    private final String label;
    private final String unit;
    private final ToDoubleFunction<FaceRow> value;
    private final DoubleUnaryOperator badness;

    Measure(String label, String unit, ToDoubleFunction<FaceRow> value, DoubleUnaryOperator badness) {
        this.label = label;
        this.unit = unit;
        this.value = value;
        this.badness = badness;
    }

    /**
     * @throws IllegalArgumentException if there is none of that name; lists them
     */
    public static Measure named(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no measure \"%s\": take one of %s"
                        .formatted(
                                label,
                                Arrays.stream(values()).map(Measure::label).collect(Collectors.joining(", ")))));
    }

    /** Name of the column. */
    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** Name and unit, as an axis has them. */
    public String title() {
        return "%s (%s)".formatted(label, unit);
    }

    public double of(FaceRow face) {
        return value.applyAsDouble(face);
    }

    /** Grows as a value gets worse: downwards for sharpness, outwards from 0 for yaw. */
    public double badness(double value) {
        return badness.applyAsDouble(value);
    }
}
