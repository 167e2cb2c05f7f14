package doppel.actor;

/** A texel of the skin while it is painted. */
final class SkinTexel {

    /** Place on the template, in dm. */
    float x;

    float y;
    float z;

    /** 0 to 1: {@link Region#MOUTH}. */
    float mouth;

    /** 0 to 1: {@link Region#SOCKETS}. */
    float socket;

    /** 0 to 1: {@link Region#LIDS}. */
    float lid;

    /** Linear red, green, blue. */
    final float[] color = new float[3];

    /** Room for a color that is mixed in. */
    final float[] other = new float[3];

    /** In micrometres. */
    float relief;

    float gloss;
    float translucency;

    void mix(float[] paint, float amount) {
        for (int channel = 0; channel < 3; channel++) {
            color[channel] += amount * (paint[channel] - color[channel]);
        }
    }

    void darken(float amount) {
        for (int channel = 0; channel < 3; channel++) {
            color[channel] *= 1 - amount;
        }
    }
}
