package doppel.actor;

/** Where the red of the lips is, drawn on the template as seen from the front. */
final class LipPaint {

    private static final float[] ACROSS = {0, .03f, .06f, .085f, .12f, .16f, .20f, .235f, .268f};
    private static final float[] UPPER = {6.706f, 6.715f, 6.727f, 6.729f, 6.716f, 6.695f, 6.669f, 6.645f, 6.626f};
    private static final float[] LOWER = {6.485f, 6.487f, 6.493f, 6.500f, 6.512f, 6.532f, 6.561f, 6.594f, 6.622f};
    private static final float SEAM = 6.61f;

    private LipPaint() {}

    /** 0 skin to 1 lip; {@code ragged} moves the edge in and out, in dm. */
    static float at(float x, float y, float z, float ragged) {
        float ax = Math.abs(x);
        if (ax > .29f || z < 1.3f || y < 6.45f || y > 6.77f) {
            return 0;
        }
        float inside = Math.min(Curves.line(ACROSS, UPPER, ax) - y, y - Curves.line(ACROSS, LOWER, ax));
        float corner = Curves.step(.285f, .24f, ax);
        return corner * Curves.step(-.022f, .034f, inside + ragged);
    }

    /** Height of the fine furrows that run out from the mouth, in micrometres. */
    static float furrows(Noise noise, float x, float y) {
        // furrows fan out: they follow rays from a point behind the mouth
        float fan = x / (1 + 2.2f * Math.abs(y - SEAM));
        return 60 * noise.at(62 * fan, 5 * y, 3) + 35 * noise.at(130 * fan, 9 * y, 7);
    }

    /** 1 where the lips touch, 0 a little off. */
    static float seam(float x, float y, float z) {
        float ax = Math.abs(x);
        return z < 1.3f || ax > .28f ? 0 : Curves.spot(y - SEAM - .05f * ax, 0, .025f, 1);
    }
}
