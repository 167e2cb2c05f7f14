package doppel.render;

/** Curves for pixels made of exact operations only, so that every machine gets the same bits. */
final class Maths {

    /** Points that turn by it from one to the next lie evenly on a disk or a sphere; in radians. */
    static final double GOLDEN_ANGLE = 2.399963229728653;

    private Maths() {}

    static float clamp(float value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /** 0 below {@code low}, 1 above {@code high}, smooth between them; falls if {@code low} is the higher one. */
    static float smooth(float low, float high, float value) {
        var t = clamp((value - low) / (high - low));
        return t * t * (3 - 2 * t);
    }

    /** Close to e to the power of -x for x of 0 and up. */
    static float fade(float x) {
        var quarter = x * .25f;
        var near = 1 / (1 + quarter * (1 + quarter * (.5f + quarter * .16667f)));
        near *= near;
        return near * near;
    }

    static float inverseLength(float x, float y, float z) {
        return (float) (1 / Math.sqrt(x * x + y * y + z * z + 1e-20f));
    }

    static float power4(float x) {
        var square = x * x;
        return square * square;
    }
}
