package doppel.actor;

/** Lines that years and moods leave: across the forehead, at the eyes, nose and mouth, around the neck. */
final class SkinLines {

    private static final float[] FOREHEAD = {7.66f, 7.76f, 7.86f, 7.95f};
    private static final float[] FOLD_DOWN = {6.52f, 6.6f, 6.7f, 6.8f, 6.88f, 6.93f};
    private static final float[] FOLD_OUT = {.345f, .345f, .318f, .262f, .205f, .178f};
    private static final int CROW_FEET = 5;

    private final Noise noise;
    private final float strength;
    private final float[] feetSlopes = new float[CROW_FEET];

    SkinLines(ActorRecipe recipe) {
        noise = new Noise(recipe.seed() + 211);
        // no adult's skin is without any line
        float years = Curves.step(38, 75, (float) recipe.body().years());
        strength = Math.min(
                1.1f, .25f + .25f * years + .65f * (float) recipe.skin().lines());
        for (int i = 0; i < CROW_FEET; i++) {
            feetSlopes[i] = -.75f + .36f * i + .16f * noise.at(3.7f * i, .5f, .5f);
        }
    }

    /** How deep lines cut into the skin, 0 not to about 1. */
    float at(float x, float y, float z) {
        if (z < .2f || y < 5.5f) {
            return 0;
        }
        float ax = Math.abs(x);
        float depth = 0;
        if (y > 7.55f && y < 8.05f && z > .9f) {
            depth += forehead(x, y, ax);
        }
        if (y > 7.38f && y < 7.72f && ax < .16f && z > 1.3f) {
            depth += .7f * frown(x, y, ax);
        }
        if (ax > .4f && ax < .72f && y > 7f && y < 7.6f) {
            depth += crowFeet(x, y, z, ax);
        }
        if (y > 6.95f && y < 7.28f && ax < .5f && z > 1.1f) {
            depth += underEye(x, y, ax);
        }
        if (y > 6.2f && y < 6.96f && ax < .45f && z > 1) {
            depth += folds(x, y, ax);
        }
        if (y < 6.35f && z > .2f) {
            depth += .5f * neck(x, y, z);
        }
        return strength * depth;
    }

    private float forehead(float x, float y, float ax) {
        float sum = 0;
        for (int i = 0; i < FOREHEAD.length; i++) {
            float middle = FOREHEAD[i]
                    - .10f * ax * ax
                    + .03f * noise.at(3.1f * x, 2 * i, 5)
                    + .008f * noise.at(15 * x, 3 * i, 9);
            float broken = Curves.step(-.25f, .25f, noise.at(5 * x, 4 * i, 1));
            sum += Curves.spot(y - middle, 0, .016f, 1) * broken * (i == 3 ? .5f : .9f);
        }
        return sum * Curves.step(.58f, .34f, ax);
    }

    private float frown(float x, float y, float ax) {
        float middle = .072f + .02f * noise.at(4 * y, x > 0 ? 3 : 8, 2) + .03f * (y - 7.5f);
        return Curves.spot(ax - middle, y - 7.53f, .014f, .12f);
    }

    private float crowFeet(float x, float y, float z, float ax) {
        // how far around the side of the face: it curves back behind the corner of the eye
        float out = (ax - .455f) + .75f * (1.34f - z);
        if (out < .02f || out > .34f) {
            return 0;
        }
        float sum = 0;
        float up = y - 7.27f;
        for (int i = 0; i < CROW_FEET; i++) {
            float middle = .02f * (i - 2)
                    + feetSlopes[i] * out * (.8f + out)
                    + .012f * noise.at(9 * out, 5 * i, x > 0 ? 1 : 6);
            float reach = .19f + .06f * (i % 2);
            sum += Curves.spot(up - middle, 0, .009f, 1)
                    * Curves.step(.02f, .06f, out)
                    * Curves.step(reach + .1f, reach - .06f, out);
        }
        return sum;
    }

    private float underEye(float x, float y, float ax) {
        float sum = 0;
        for (int i = 0; i < 3; i++) {
            float bow = (ax - .3f) * (ax - .3f);
            float middle =
                    7.185f - .045f * i + (1.1f - .2f * i) * bow - .10f * (ax - .3f) + .008f * noise.at(8 * x, 6 * i, 4);
            float ends = Curves.spot(ax - .31f, 0, .2f, 1);
            sum += Curves.spot(y - middle, 0, i == 1 ? .014f : .009f, 1) * ends * (i == 0 ? .7f : .8f);
        }
        return sum;
    }

    private float folds(float x, float y, float ax) {
        float wave = .008f * noise.at(6 * y, x > 0 ? 2 : 7, 3);
        float fold = Curves.line(FOLD_DOWN, FOLD_OUT, y) + wave;
        float nose = Curves.spot(ax - fold, 0, .026f, 1) * Curves.step(6.5f, 6.62f, y) * Curves.step(6.94f, 6.88f, y);
        float drop = .3f + .12f * (6.6f - y) + wave;
        float corner = Curves.spot(ax - drop, y - 6.52f, .018f, .13f);
        return .75f * nose + .5f * corner;
    }

    private float neck(float x, float y, float z) {
        float sum = 0;
        for (int i = 0; i < 3; i++) {
            float middle = 6.05f - .13f * i - .12f * (z - .5f) + .02f * noise.at(3 * x, 3 * i, 3 * z);
            sum += Curves.spot(y - middle, 0, .013f, 1);
        }
        return sum;
    }
}
