package doppel.actor;

import java.util.Map;
import java.util.TreeMap;

/** Moves the face: the units of a moment, those that the gaze brings along, and none beyond what a face can do. */
final class Expression {

    /** At these angles the lids have followed the eye fully, in degrees. */
    private static final double LOOK_ASIDE = 32;

    private static final double LOOK_DOWN = 28;
    private static final double LOOK_UP = 24;

    /** With the jaw fully open, in dm. */
    private static final double TONGUE_FALLS = .16;

    private Expression() {}

    /** Weight by unit, 0 to 1, in order of the alphabet. */
    static TreeMap<String, Double> weights(Moment moment) {
        var weights = new TreeMap<String, Double>();
        moment.expression().forEach((unit, weight) -> weights.put(unit, Math.max(0, Math.min(1, weight))));
        atLeast(weights, "eyeLookDown", moment.gazePitch() / LOOK_DOWN);
        atLeast(weights, "eyeLookUp", -moment.gazePitch() / LOOK_UP);
        atLeast(weights, "eyeLookOutLeft", "eyeLookInRight", moment.gazeYaw() / LOOK_ASIDE);
        atLeast(weights, "eyeLookInLeft", "eyeLookOutRight", -moment.gazeYaw() / LOOK_ASIDE);
        return weights;
    }

    /** Adds the units to a neutral shape; lids are left to {@link LidMotion}. */
    static void move(float[] shape, Map<String, Double> weights) {
        weights.forEach((unit, weight) -> {
            if (weight > 0 && !isLid(unit)) {
                HeadData.load().target("faceunits/" + unit).addTo(shape, weight);
            }
        });
        lowerTongue(shape, weights.getOrDefault("jawOpen", 0.0));
    }

    /** The data's tongue fills the open mouth; a resting one lies on the floor of it. */
    private static void lowerTongue(float[] shape, double jaw) {
        for (int v = HeadData.BODY; v < PersonShape.FIRST_JOINT; v++) {
            shape[3 * v + 1] -= (float) (TONGUE_FALLS * jaw);
        }
    }

    static boolean isLid(String unit) {
        return unit.startsWith("eye");
    }

    private static void atLeast(Map<String, Double> weights, String unit, double weight) {
        atLeast(weights, unit + "Left", unit + "Right", weight);
    }

    private static void atLeast(Map<String, Double> weights, String one, String other, double weight) {
        if (weight > 0) {
            weights.merge(one, Math.min(1, weight), Math::max);
            weights.merge(other, Math.min(1, weight), Math::max);
        }
    }
}
