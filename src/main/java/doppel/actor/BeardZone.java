package doppel.actor;

/** Where a beard grows, drawn on the template. */
final class BeardZone {

    private static final float[] ACROSS = {0, .2f, .3f, .38f, .5f, .6f, .66f, .7f, .74f};
    private static final float[] CHEEK_LINE = {6.79f, 6.77f, 6.7f, 6.66f, 6.72f, 6.84f, 7.0f, 7.15f, 7.25f};

    private BeardZone() {}

    /** 0 bare to 1 dense; {@code ragged} moves the edges, in dm. */
    static float at(float x, float y, float z, float ragged) {
        float ax = Math.abs(x);
        if (y > 7.3f || y < 5.9f || z < .3f) {
            return 0;
        }
        float behind = Curves.step(.58f, .7f, z - ragged) * Curves.step(.77f, .72f, ax);
        float cheek = Curves.step(-.01f, .14f, Curves.line(ACROSS, CHEEK_LINE, ax) - y + ragged);
        float throat = Curves.step(-.17f, -.02f, y - 6.15f - .3f * (1.4f - z) + ragged);
        float full = cheek * throat * behind;
        float mustache = Curves.step(.34f, .26f, ax)
                * Curves.step(6.81f, 6.765f, y + .25f * ax + .5f * ragged)
                * Curves.step(6.58f, 6.64f, y);
        // hair of the upper lip ends well below the nostrils and thins in the groove
        float groove = 1 - .45f * Curves.spot(ax, y - 6.75f, .035f, .07f);
        float nearMouth = Curves.step(.34f, .27f, ax) * Curves.step(6.6f, 6.66f, y);
        full = Curves.mix(full, mustache * groove, nearMouth);
        float bareBesideChin = Curves.spot(ax - .14f, y - 6.455f, .1f, .05f);
        full *= 1 - .8f * bareBesideChin;
        float lips = LipPaint.at(x, y, z, .012f);
        return full * Math.max(0, 1 - 1.6f * lips);
    }
}
