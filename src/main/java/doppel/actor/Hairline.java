package doppel.actor;

/**
 * Where hair grows on the head: drawn around the template as a height for each side, then made irregular.
 *
 * <p>Azimuth: 0 the middle of the forehead, 90 above the ear, 180 the nape.
 */
final class Hairline {

    private static final float[] AZIMUTHS = {0, 20, 32, 45, 55, 63, 69, 74, 79, 84, 97, 104, 115, 135, 180};
    private static final float[] HEIGHTS = {
        8.04f, 8.06f, 8.03f, 7.86f, 7.62f, 7.45f, 7.25f, 7.12f, 7.2f, 7.38f, 7.37f, 7.12f, 6.9f, 6.76f, 6.7f
    };
    private static final int STEPS = 180;

    private final float[] heights = new float[STEPS + 1];
    private final Noise noise;

    Hairline(ActorRecipe recipe) {
        noise = new Noise(recipe.seed() + 101);
        float recession = (float) (1 - recipe.body().feminine())
                * Curves.step(35, 75, (float) recipe.body().years());
        for (int i = 0; i <= STEPS; i++) {
            float azimuth = 180f * i / STEPS;
            float temples = Curves.spot(azimuth - 34, 0, 26, 1);
            float front = Curves.step(50, 20, azimuth);
            heights[i] = Curves.line(AZIMUTHS, HEIGHTS, azimuth)
                    + temples * (.17f * recession - .03f)
                    + front * (.05f * recession - .06f * (float) recipe.body().feminine());
        }
    }

    /** How far above the hairline a place of the template is, in dm; below it is less than 0. */
    float above(float x, float y, float z) {
        if (y < 6.5f || z > 1.45f && y < 7.7f) {
            return -1;
        }
        float ax = Math.abs(x);
        float azimuth = azimuth(ax, z - .45f);
        float wave = .035f * noise.at(4 * x, 4 * y, 4 * z) + .035f * noise.at(14 * x, 14 * y, 14 * z);
        int i = Math.min(STEPS - 1, (int) azimuth);
        float part = azimuth - i;
        float above = y - heights[i] * (1 - part) - heights[i + 1] * part;
        if (ax > .5f) {
            // the ear and the bare skin around it
            float up = (y - 7.1f) / .3f;
            float back = (z - .44f) / .22f;
            above = Math.min(above, .22f * ((float) Math.sqrt(up * up + back * back) - 1));
        }
        return above + wave;
    }

    /** 0 bare to 1 full, with a thin edge. */
    float density(float x, float y, float z) {
        float above = above(x, y, z);
        return above < -.05f ? 0 : .08f * Curves.step(-.05f, 0, above) + .92f * Curves.step(-.01f, .15f, above);
    }

    /** 0 to 180, from a polynomial for the arc tangent that is within .3 degrees. */
    private static float azimuth(float ax, float z) {
        float az = Math.abs(z);
        float small = Math.min(ax, az);
        float large = Math.max(ax, az) + 1e-9f;
        float q = small / large;
        float angle = q * (45 + 15.64f * (1 - q));
        float fromFront = ax <= az ? angle : 90 - angle;
        return z >= 0 ? fromFront : 180 - fromFront;
    }
}
