package doppel.actor;

/**
 * Parted on the actor's left and combed over to the right.
 *
 * @param chinLong whether it falls to the chin over the ears, or is short at the sides
 */
record SidePartedHair(boolean chinLong) implements HairCut {

    private static final float PARTING = .29f;

    @Override
    public int points() {
        return chinLong ? 14 : 9;
    }

    @Override
    public float length(float[] rest) {
        float top = Curves.step(7.55f, 8.15f, rest[1]);
        if (chinLong) {
            float back = Curves.step(.4f, -.2f, rest[2]);
            return Curves.mix(Curves.mix(1.05f, .75f, back), 2.0f, top) - .9f * Curves.step(7.5f, 6.8f, rest[1]);
        }
        float nape = Curves.step(7.3f, 6.8f, rest[1]);
        float back = Curves.step(.5f, -.1f, rest[2]);
        return Curves.mix(.24f, .95f - .35f * back, top) - .15f * nape;
    }

    @Override
    public void comb(float[] rest, float[] at, float[] near, float along, float[] out) {
        CroppedHair.whorl(near, out);
        float back = Curves.step(.35f, -.15f, rest[2]);
        boolean left = rest[0] > PARTING;
        float over = Curves.step(left ? .55f : .45f, left ? .8f : .75f, left ? near[0] : -near[0]);
        float top = Curves.step(7.5f, 7.8f, near[1]) * (1 - .8f * over);
        float width = Curves.mix(.03f, chinLong ? .1f : .3f, Curves.step(.7f, 1.15f, rest[2]));
        float side = Curves.step(PARTING - width, PARTING + .5f * width, rest[0]);
        float sideX = Curves.mix(-.95f, .8f, side);
        // along the parting, where neither side wins, hair goes back
        float backwards = (chinLong ? -.25f : -.55f) - .7f * (1 - Math.abs(sideX));
        float x = Curves.mix(0, sideX, top);
        float y = Curves.mix(-1, Curves.mix(.1f, -.5f, side), top);
        float z = Curves.mix(chinLong ? -.12f : -.45f, backwards, top);
        // at the forehead hair is brushed up and back before it falls aside
        float quiff = (chinLong ? .3f : .75f) * Curves.step(.8f, 1.15f, rest[2]) * Curves.step(.5f, .1f, along) * top;
        x = Curves.mix(x, .35f * x, quiff);
        y = Curves.mix(y, .5f, quiff);
        z = Curves.mix(z, -1, quiff);
        // no lock falls into the face
        float face = Curves.step(.8f, 1.05f, near[2])
                * Curves.step(8.05f, 7.8f, near[1])
                * Curves.step(.72f, .5f, Math.abs(near[0]));
        x = Curves.mix(x, left ? 1.5f : -1.5f, face);
        y = Curves.mix(y, .2f, face);
        out[0] = Curves.mix(x, out[0], back);
        out[1] = Curves.mix(y, out[1], back);
        out[2] = Curves.mix(z, out[2], back);
    }

    @Override
    public float lift(float[] rest, float along) {
        float top = Curves.step(7.7f, 8.1f, rest[1]);
        float near = Curves.spot(rest[0] - PARTING, 0, .6f, 1);
        float quiff = Curves.step(.8f, 1.2f, rest[2]) * top;
        float root = Curves.mix(.2f, .55f + .25f * near + .35f * quiff, top);
        return (chinLong ? .6f : 1) * root * Curves.step(.7f, .0f, along);
    }

    @Override
    public float layer(float[] rest, float along) {
        float top = Curves.step(7.6f, 8.1f, rest[1]);
        float rise = Curves.step(0, .35f, along);
        return .008f + rise * (chinLong ? .05f + .025f * top : .012f + .045f * top);
    }

    @Override
    public float hold() {
        return .4f;
    }

    @Override
    public float curl() {
        return chinLong ? .014f : .006f;
    }

    @Override
    public float turns() {
        return chinLong ? 1.6f : .7f;
    }

    @Override
    public float gathering() {
        return .6f;
    }

    @Override
    public float freedom() {
        return .11f;
    }

    @Override
    public boolean arrives(float[] rest, float[] at) {
        // scissors leave no straight line
        float ragged = rest[0] * 37 + rest[2] * 53;
        return chinLong && at[1] < 6.46f + .16f * (ragged - (float) Math.floor(ragged));
    }
}
