package doppel.actor;

import java.util.SplittableRandom;

/**
 * Grows the lashes along the rims of the lids: the upper ones long and curved upwards, the lower ones few and short. They
 * stand on the lids, and go with them when the eyes close.
 */
final class LashGrower {

    /** Vertices of the data's lash mesh where lashes leave the left lids, from the temple to the nose. */
    private static final int[] UPPER = {6051, 6052, 6053, 6054, 6055, 6056, 6060, 6059, 6040, 6039, 6038, 6034};

    private static final int[] LOWER = {6049, 6048, 6047, 6046, 6045, 6044, 6043, 6042, 6041, 6035};
    private static final int POINTS = 6;

    private LashGrower() {}

    /**
     * @param size of the picture in pixels
     */
    static Growth grow(Person person, int size) {
        var recipe = person.faceRecipe();
        var skin = NeutralSkin.of(person);
        var random = new SplittableRandom(recipe.seed() + 29);
        float detail = Math.max(.45f, Math.min(1, size / 400f));
        float feminine = (float) recipe.body().feminine();
        var color = LinearColor.of(recipe.hair().color());
        for (int channel = 0; channel < 3; channel++) {
            color[channel] = Math.min(.08f, .35f * color[channel] + .004f);
        }
        int upper = (int) (130 * detail);
        int lower = (int) (60 * detail);
        var roots = new Root[2 * (upper + lower)];
        var list = new StrandList();
        int count = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < upper + lower; i++) {
                boolean isUpper = i < upper;
                float share = isUpper
                        ? (i + (float) random.nextDouble()) / upper
                        : (i - upper + (float) random.nextDouble()) / lower;
                var place = along(isUpper ? UPPER : LOWER, share);
                place[0] *= side;
                var root = skin.nearest(place);
                roots[count++] = root;
                list.add(hair(skin, root, share, side, isUpper, .82f + .26f * feminine, random), POINTS, color);
            }
        }
        float radius = (.00052f + .00024f * feminine) / (float) Math.sqrt(detail);
        return LashGrowth.bind(skin, person, list.strands(radius, .2f * radius, Part.EYES, false), roots);
    }

    private static float[] hair(
            NeutralSkin skin, Root root, float share, int side, boolean upper, float scale, SplittableRandom random) {
        var at = new float[3];
        skin.blend(skin.fine(), 3, root, at);
        // lashes spread like a fan, most at the temple
        float fan = side * ((.45f - share) * (upper ? 1.0f : .8f) + .08f + .22f * (float) (random.nextDouble() - .5));
        float middle = 1 - Math.abs(share - .42f) / .5f;
        float length = scale
                * (upper ? .040f + .030f * middle : .018f + .014f * middle)
                * (.75f + .4f * (float) random.nextDouble());
        float rise = (upper ? .75f : -.7f) * (.85f + .3f * (float) random.nextDouble());
        var chain = new float[3 * POINTS];
        for (int k = 0; k < POINTS; k++) {
            float t = (float) k / (POINTS - 1);
            float curve = t * t;
            chain[3 * k] = at[0] + length * fan * t;
            chain[3 * k + 1] =
                    at[1] + length * (upper ? rise * (1.0f * curve - .3f * t) : rise * (.85f * t - .2f * curve));
            chain[3 * k + 2] = at[2] + length * (1.0f * t - .3f * curve) - .002f;
        }
        return chain;
    }

    /** A place on the rim of the template. */
    private static float[] along(int[] rim, float share) {
        var rest = HeadData.load().rest();
        float whole = 0;
        for (int i = 1; i < rim.length; i++) {
            whole += distance(rest, rim[i - 1], rim[i]);
        }
        int i = 0;
        float left = share * whole;
        while (i < rim.length - 2 && left > distance(rest, rim[i], rim[i + 1])) {
            left -= distance(rest, rim[i], rim[i + 1]);
            i++;
        }
        float part = left / distance(rest, rim[i], rim[i + 1]);
        var place = new float[3];
        for (int k = 0; k < 3; k++) {
            place[k] = Curves.mix(rest[3 * rim[i] + k], rest[3 * rim[i + 1] + k], part);
        }
        return place;
    }

    private static float distance(float[] rest, int a, int b) {
        float x = rest[3 * a] - rest[3 * b];
        float y = rest[3 * a + 1] - rest[3 * b + 1];
        float z = rest[3 * a + 2] - rest[3 * b + 2];
        return (float) Math.sqrt(x * x + y * y + z * z);
    }
}
