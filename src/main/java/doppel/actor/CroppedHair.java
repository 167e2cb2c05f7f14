package doppel.actor;

/**
 * Short all around, longer on top, brushed up and aside over the forehead.
 *
 * @param scale 1 a barber's usual
 */
record CroppedHair(float scale) implements HairCut {

    private static final float[] WHORL = {.06f, 8.5f, -.1f};

    @Override
    public int points() {
        return 6;
    }

    @Override
    public float length(float[] rest) {
        float top = Curves.step(7.7f, 8.25f, rest[1]);
        float fringe = Curves.step(.8f, 1.2f, rest[2]) * top;
        float nape = Curves.step(7.2f, 6.8f, rest[1]);
        return scale * (Curves.mix(.12f, .34f, top) + .1f * fringe - .06f * nape);
    }

    @Override
    public void comb(float[] rest, float[] at, float[] near, float along, float[] out) {
        whorl(near, out);
        float fringe = Curves.step(.55f, 1.2f, rest[2]) * Curves.step(7.6f, 8f, rest[1]);
        out[0] = Curves.mix(out[0], -.75f, .85f * fringe);
        out[1] = Curves.mix(out[1], .35f, .85f * fringe);
        out[2] = Curves.mix(out[2], .25f, .85f * fringe);
    }

    /** Hair grows away from the whorl at the back of the crown. */
    static void whorl(float[] at, float[] out) {
        float x = at[0] - WHORL[0];
        float y = at[1] - WHORL[1];
        float z = at[2] - WHORL[2];
        float scale = 1 / ((float) Math.sqrt(x * x + y * y + z * z) + .05f);
        out[0] = (x - .5f * z * Curves.step(.6f, .1f, Math.abs(z))) * scale;
        out[1] = y * scale;
        out[2] = (z + .5f * x * Curves.step(.6f, .1f, Math.abs(z))) * scale;
    }

    @Override
    public float lift(float[] rest, float along) {
        float top = Curves.step(7.7f, 8.2f, rest[1]);
        return Curves.mix(.22f, 1.05f, top) * (1 - .75f * along);
    }

    @Override
    public float layer(float[] rest, float along) {
        return .006f + .012f * along;
    }

    @Override
    public float hold() {
        return 0;
    }

    @Override
    public float gathering() {
        return .45f;
    }

    @Override
    public float freedom() {
        return .3f;
    }
}
