package doppel.actor;

/** A knitted sweater with a ribbed collar, painted on the shoulders of the template. */
final class ClothPaint {

    private static final float COLLAR = .15f;

    private final Noise noise;
    private final float[] color;
    private final boolean stripes;

    ClothPaint(ActorRecipe recipe) {
        noise = new Noise(recipe.seed() + 307);
        color = LinearColor.of(recipe.clothes().color());
        stripes = recipe.clothes().stripes();
    }

    /** 0 skin to 1 cloth, with a sharp edge along the neckline. */
    float cover(float x, float y, float z) {
        return Curves.step(-.006f, .006f, below(x, y, z));
    }

    /** Skin near the collar lies in its shade. */
    float shade(float x, float y, float z) {
        return .35f * Curves.step(-.09f, 0, below(x, y, z));
    }

    /** Linear red, green and blue, written to {@code out}. */
    void color(float x, float y, float z, float[] out) {
        float below = below(x, y, z);
        float light = 1 + .10f * noise.at(3 * x, 3 * y, 3 * z) + .10f * noise.at(40 * x, 40 * y, 40 * z);
        light *= 1 + .0007f * relief(x, y, z);
        float edge = Curves.spot(below - COLLAR, 0, .022f, 1);
        light *= 1 - .35f * edge - .2f * Curves.step(.03f, 0, below);
        boolean isStripe = stripes && below > COLLAR && wave(y / .42f + .02f * noise.at(4 * x, 1, 4 * z)) > .25f;
        for (int channel = 0; channel < 3; channel++) {
            float thread =
                    isStripe ? Curves.mix(color[channel], color[channel] > .25f ? .05f : .6f, .7f) : color[channel];
            out[channel] = Math.max(0, Math.min(1, thread * light));
        }
    }

    /** Height of the knit in micrometres. */
    float relief(float x, float y, float z) {
        float below = below(x, y, z);
        // ribs run down from the collar; around the neck their number stays the same
        float around = below < COLLAR ? angle(x, z - .1f) * 26 : 0;
        if (below < COLLAR) {
            return 90 * wave(around) * Curves.step(0, .03f, below) + 60;
        }
        float ribs = wave(x / .034f) * .7f;
        float rows = wave(y / .03f + .5f * wave(x / .034f)) * .5f;
        return 70 * (ribs + rows) - 160 * Curves.spot(below - COLLAR, 0, .03f, 1);
    }

    private static float below(float x, float y, float z) {
        return (float) TemplateZones.belowNeckline(x, y, z);
    }

    /** A smooth wave with period 1, -1 to 1. */
    private static float wave(float t) {
        float part = t - (float) Math.floor(t);
        float fold = Math.abs(2 * part - 1);
        return 2 * fold * fold * (3 - 2 * fold) - 1;
    }

    /** -2 to 2 around the neck, rising evenly enough. */
    private static float angle(float x, float z) {
        float q = x / (Math.abs(x) + Math.abs(z) + 1e-6f);
        return z >= 0 ? q : x >= 0 ? 2 - q : -2 - q;
    }
}
