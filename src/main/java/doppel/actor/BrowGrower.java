package doppel.actor;

import java.util.SplittableRandom;

/**
 * Grows the brows: fine hairs that rise at the nose, lean out in the middle and lie down towards the temple, where those
 * from above and those from below meet.
 */
final class BrowGrower {

    private static final int POINTS = 5;

    private BrowGrower() {}

    /**
     * @param size of the picture in pixels
     */
    static Growth grow(Person person, int size) {
        var recipe = person.faceRecipe();
        var skin = NeutralSkin.of(person);
        float width = BrowArch.width(recipe);
        float brows = (float) recipe.hair().brows();
        int wanted = (int) ((1000 + 900 * brows) * Math.max(.35, Math.min(1, size / 400.0)));
        var roots = skin.scatter((x, y, z) -> BrowArch.density(x, y, z, width), wanted, recipe.seed() + 17);
        var random = new SplittableRandom(recipe.seed() + 19);
        var colors = new HairColors(recipe.hair(), .5);
        var noise = new Noise(recipe.seed() + 23);
        var list = new StrandList();
        var color = new float[3];
        for (var root : roots) {
            var chain = hair(skin, root, noise, width, .85f + .3f * brows, random);
            colors.next(random, 0, 1, color);
            for (int channel = 0; channel < 3; channel++) {
                color[channel] *= .75f;
            }
            list.add(chain, POINTS, color);
        }
        float radius = .00052f * (float) Math.sqrt(1400.0 / wanted);
        return BoundGrowth.bind(skin, list.strands(radius, .3f * radius, Part.BROWS, false), roots);
    }

    private static float[] hair(
            NeutralSkin skin, Root root, Noise noise, float width, float scale, SplittableRandom random) {
        var rest = new float[3];
        var at = new float[3];
        var normal = new float[3];
        skin.blend(skin.mesh().rest(), 3, root, rest);
        skin.blend(skin.fine(), 3, root, at);
        skin.blend(skin.normals(), 3, root, normal);
        float along = BrowArch.along(rest[0]);
        float across = Math.max(-1, Math.min(1, BrowArch.across(rest[0], rest[1], width)));
        double lie = StrictMath.toDegrees(StrictMath.atan(BrowArch.slope(rest[0])));
        double angle = Curves.mix(78, 30, Curves.step(0, .34f, along));
        angle = angle + (lie - angle) * Curves.step(.3f, .8f, along);
        angle += -24 * across * Curves.step(.12f, .45f, along);
        angle += 14 * noise.at(18 * rest[0], 18 * rest[1], 2) + 16 * (random.nextDouble() - .5);
        float length = scale
                * (.050f + .042f * Curves.spot(along - .5f, 0, .55f, 1))
                * (.65f + .5f * (float) random.nextDouble());
        double bend = (lie - angle) * .35;
        float side = rest[0] >= 0 ? 1 : -1;
        var chain = new float[3 * POINTS];
        var step = new float[3];
        float away = .5f + .8f * (float) random.nextDouble();
        for (int k = 0; k < POINTS; k++) {
            float share = (float) k / (POINTS - 1);
            for (int i = 0; i < 3; i++) {
                chain[3 * k + i] = at[i] + (-.002f + .016f * away * share * (1 - .45f * share)) * normal[i];
            }
            double radians = StrictMath.toRadians(angle + bend * share);
            step[0] = side * (float) StrictMath.cos(radians);
            step[1] = (float) StrictMath.sin(radians);
            step[2] = 0;
            float out = step[0] * normal[0] + step[1] * normal[1];
            for (int i = 0; i < 3; i++) {
                at[i] += length / (POINTS - 1) * (step[i] - out * normal[i]);
            }
        }
        return chain;
    }
}
