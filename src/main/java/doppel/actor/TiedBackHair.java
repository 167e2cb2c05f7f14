package doppel.actor;

/**
 * Drawn back from the face into a knot.
 *
 * @param knot x y z of its middle
 */
record TiedBackHair(float[] knot) implements HairCut {

    private static final float NEAR = .26f;

    /** With the knot at the back of this skull. */
    static TiedBackHair on(SkullMap skull) {
        var knot = new float[] {0, 7.75f, -.4f};
        skull.lift(knot, .1f);
        return new TiedBackHair(knot);
    }

    @Override
    public int points() {
        return 14;
    }

    @Override
    public float length(float[] rest) {
        float x = rest[0] - knot[0];
        float y = rest[1] - knot[1];
        float z = rest[2] - knot[2];
        // around the head it is further than straight through it
        return .1f + 1.32f * (float) Math.sqrt(x * x + y * y + z * z);
    }

    @Override
    public void comb(float[] rest, float[] at, float[] near, float along, float[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = knot[k] - at[k];
        }
        float up = Curves.step(.4f, 1.1f, rest[2]) * Curves.step(7.6f, 7.9f, rest[1]) * Curves.step(.4f, 0, along);
        // from the forehead first back over the crown, not around the temples
        out[1] += .5f * up;
        out[0] *= 1 - .8f * up;
    }

    @Override
    public float lift(float[] rest, float along) {
        return .16f * Curves.step(.2f, 0, along);
    }

    @Override
    public float layer(float[] rest, float along) {
        float top = Curves.step(7.7f, 8.2f, rest[1]);
        float bow = Curves.step(0, .28f, along) * Curves.step(1.1f, .5f, along);
        return .006f + (.028f + .062f * top) * bow;
    }

    @Override
    public float hold() {
        return .9f;
    }

    @Override
    public float gathering() {
        return .35f;
    }

    @Override
    public float freedom() {
        return .028f;
    }

    @Override
    public boolean arrives(float[] rest, float[] at) {
        float x = at[0] - knot[0];
        float y = at[1] - knot[1];
        float z = at[2] - knot[2];
        return x * x + y * y + z * z < NEAR * NEAR;
    }
}
