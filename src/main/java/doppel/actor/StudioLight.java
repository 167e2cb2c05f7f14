package doppel.actor;

import doppel.render.Lamp;
import doppel.render.Lighting;
import java.util.List;

/**
 * The lamps of a portrait: a soft key that moves, a weak fill across from it, a rim from behind, and the room's own
 * light.
 *
 * <p>The fill stands across from the key and the rim on the fill's side, so that no side of the face is ever black.
 */
final class StudioLight {

    private static final double KEY = 2.0;
    private static final double FILL = .42;
    private static final double RIM = .85;

    private StudioLight() {}

    /** All light for one moment. */
    static Lighting of(Moment.Light light) {
        var key = lamp(light.azimuth(), light.elevation(), KEY * light.strength(), light.warmth(), 9);
        var side = light.azimuth() > 0 ? -1 : 1;
        var fill = lamp(side * 55, 8, FILL * light.strength(), light.warmth() * .3 - .1, 16);
        var rim = lamp(side * 148, 38, RIM, -.1, 6);
        return new Lighting(List.of(key, fill, rim), new float[] {.50f, .53f, .58f}, new float[] {.27f, .22f, .18f});
    }

    private static Lamp lamp(double azimuth, double elevation, double strength, double warmth, double degrees) {
        var across = StrictMath.toRadians(azimuth);
        var up = StrictMath.toRadians(elevation);
        return new Lamp(
                (float) (StrictMath.sin(across) * StrictMath.cos(up)),
                (float) StrictMath.sin(up),
                (float) (StrictMath.cos(across) * StrictMath.cos(up)),
                (float) (strength * (1 + .10 * warmth)),
                (float) strength,
                (float) (strength * (1 - .28 * warmth)),
                degrees);
    }
}
