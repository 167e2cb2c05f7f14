package doppel.actor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an actor holds the head, looks and is lit at one time of a clip.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param seconds from the start of the clip
 * @param expression weight 0 to 1 by name of the ARKit unit ({@code jawOpen}, {@code eyeBlinkLeft}); absent is 0; left is
 *     the actor's left
 * @param yaw head to the actor's left (right in the picture) in degrees
 * @param pitch head down in degrees
 * @param roll head tilted counterclockwise in the picture, its top to the left edge, in degrees
 * @param gazeYaw eyes to the actor's left against the head, in degrees
 * @param gazePitch eyes down against the head, in degrees
 * @param light where the key lamp stands
 */
public record Moment(
        double seconds,
        Map<String, Double> expression,
        double yaw,
        double pitch,
        double roll,
        double gazeYaw,
        double gazePitch,
        Light light) {

    /**
     * The key lamp as a person on the set would say it.
     *
     * @param azimuth to the right of the picture in degrees; 0 stands at the camera
     * @param elevation above the face in degrees
     * @param strength 1 is a well-lit face
     * @param warmth -1 blue sky to 1 candle
     */
    public record Light(double azimuth, double elevation, double strength, double warmth) {

        /** From the upper left, as portraits are lit. */
        public static Light portrait() {
            return new Light(-35, 30, 1, .1);
        }
    }

    public Moment {
        // sorted: Map.copyOf has another order in every run, and sums would differ in their last bits
        expression = Collections.unmodifiableMap(new TreeMap<>(expression));
    }

    /** Looking into the camera, at rest. */
    public static Moment frontal() {
        return new Moment(0, Map.of(), 0, 0, 0, 0, 0, Light.portrait());
    }

    /**
     * The same moment with the eyes closing.
     *
     * @param share 0 open to 1 closed
     */
    Moment blinking(double share) {
        var weights = new TreeMap<>(expression);
        weights.keySet().removeIf(unit -> unit.startsWith("eyeWide") || unit.startsWith("eyeLookUp"));
        weights.put("eyeBlinkLeft", share);
        weights.put("eyeBlinkRight", share);
        return new Moment(seconds, weights, yaw, pitch, roll, gazeYaw, gazePitch, light);
    }
}
