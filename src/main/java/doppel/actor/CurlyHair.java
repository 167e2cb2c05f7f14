package doppel.actor;

/**
 * Curls that stand around the head.
 *
 * @param scale 1 is about three fingers deep
 */
record CurlyHair(float scale) implements HairCut {

    @Override
    public int points() {
        return 22;
    }

    @Override
    public float length(float[] rest) {
        float top = Curves.step(7.3f, 8.1f, rest[1]);
        float nape = Curves.step(7.2f, 6.8f, rest[1]);
        float fringe = Curves.step(.9f, 1.25f, rest[2]);
        return scale * (Curves.mix(.2f, .52f, top) - .1f * nape - .08f * fringe);
    }

    @Override
    public void comb(float[] rest, float[] at, float[] near, float along, float[] out) {
        CroppedHair.whorl(near, out);
        out[1] -= .25f * along;
    }

    @Override
    public float lift(float[] rest, float along) {
        float top = Curves.step(7.2f, 8f, rest[1]);
        return Curves.mix(.3f, 1.2f, top) * (1 - .55f * along);
    }

    @Override
    public float layer(float[] rest, float along) {
        return .008f + .03f * along;
    }

    @Override
    public float hold() {
        return 0;
    }

    @Override
    public float curl() {
        return .028f;
    }

    @Override
    public float turns() {
        return 3.2f;
    }

    @Override
    public float gathering() {
        return .8f;
    }

    @Override
    public float freedom() {
        return .18f;
    }
}
