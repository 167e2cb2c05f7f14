package doppel.actor;

import java.util.Map;

/** An expression as it is worn for a second or two. Units of two sides are named without Left and Right. */
enum Mood {
    REST(0, Map.of()),
    SMILE(.25, Map.of("mouthSmile", .55, "cheekSquint", .3, "mouthDimple", .1, "eyeSquint", .12, "browOuterUp", .06)),
    WIDE_SMILE(
            .6,
            Map.of(
                    "mouthSmile",
                    .75,
                    "cheekSquint",
                    .55,
                    "eyeSquint",
                    .28,
                    "mouthStretch",
                    .1,
                    "mouthUpperUp",
                    .34,
                    "mouthLowerDown",
                    .26,
                    "jawOpen",
                    .13,
                    "noseSneer",
                    .06)),
    SURPRISE(
            .75,
            Map.of(
                    "browInnerUp",
                    .62,
                    "browOuterUp",
                    .58,
                    "eyeWide",
                    .5,
                    "jawOpen",
                    .34,
                    "mouthFunnel",
                    .12,
                    "mouthLowerDown",
                    .06)),
    FROWN(
            .35,
            Map.of(
                    "browDown",
                    .72,
                    "eyeSquint",
                    .22,
                    "mouthFrown",
                    .48,
                    "mouthShrugLower",
                    .22,
                    "mouthPress",
                    .12,
                    "noseSneer",
                    .1)),
    PENSIVE(
            .55,
            Map.of("browInnerUp", .4, "browDown", .2, "mouthPress", .4, "mouthPucker", .12, "mouthShrugLower", .12)),
    INTEREST(.1, Map.of("browInnerUp", .26, "browOuterUp", .34, "eyeWide", .16, "mouthSmile", .14)),
    DOUBT(.4, Map.of("browDown", .3, "eyeSquint", .3, "mouthStretch", .14, "mouthPress", .16, "mouthDimple", .12));

    private final double quiet;
    private final Map<String, Double> weights;

    /**
     * @param quiet how much of speech it takes away, 0 to 1
     * @param weights by unit
     */
    Mood(double quiet, Map<String, Double> weights) {
        this.quiet = quiet;
        this.weights = weights;
    }

    double quiet() {
        return quiet;
    }

    double weight(String unit) {
        return weights.getOrDefault(unit, 0.0);
    }
}
