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
    SECONDS("seconds", "s", face -> face.face().seconds(), late -> late),
    SCORE("score", "0 to 1", face -> face.face().score(), low -> -low),
    SOURCE_PIXELS("sourcePixels", "pixels", FaceMeasures::sourcePixels, small -> -small),
    /**
     * variance of the Laplacian, per variance of the coarser detail, times 1000; a blur of half a pixel halves it, one of a
     * pixel leaves a seventh
     */
    SHARPNESS("sharpness", "fine per coarse detail", FaceMeasures::sharpness, blurred -> -blurred),
    MISALIGNMENT("misalignment", "face units", face -> face.shape().misalignment(), far -> far),
    YAW("yaw", "degrees", face -> face.pose().yaw(), Math::abs),
    PITCH("pitch", "degrees", face -> face.pose().pitch(), Math::abs),
    ROLL("roll", "degrees", face -> face.pose().roll(), Math::abs),
    BRIGHTNESS("brightness", "L*", face -> face.light().brightness(), dark -> -dark),
    CONTRAST("contrast", "L*", face -> face.light().contrast(), flat -> -flat),
    BALANCE("balance", "L*, left less right", face -> face.light().balance(), Math::abs),
    REDNESS("redness", "a*", face -> face.light().redness(), Math::abs),
    YELLOWNESS("yellowness", "b*", face -> face.light().yellowness(), Math::abs),
    MOUTH("mouth", "opening per width", face -> face.shape().mouth(), wide -> wide),
    EYES("eyes", "opening per width", face -> face.shape().eyes(), shut -> -shut);

    private final String label;
    private final String unit;
    private final ToDoubleFunction<FaceMeasures> value;
    private final DoubleUnaryOperator badness;

    Measure(String label, String unit, ToDoubleFunction<FaceMeasures> value, DoubleUnaryOperator badness) {
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

    public double of(FaceMeasures face) {
        return value.applyAsDouble(face);
    }

    /** Grows as a value gets worse: downwards for sharpness, outwards from 0 for yaw. */
    public double badness(double value) {
        return badness.applyAsDouble(value);
    }
}
