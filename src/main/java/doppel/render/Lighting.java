package doppel.render;

import java.util.List;

/**
 * All light of a scene.
 *
 * @param lamps key first, then fill and rim; each casts shadows
 * @param skyTop linear red, green, blue of the light from above
 * @param skyBottom the same from below
 */
public record Lighting(List<Lamp> lamps, float[] skyTop, float[] skyBottom) {

    public Lighting {
        lamps = List.copyOf(lamps);
    }
}
