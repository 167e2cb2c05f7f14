package doppel.actor;

import java.util.Optional;
import java.util.SplittableRandom;

/** Grows stubble or a full beard. */
final class BeardGrower {

    private static final int POINTS = 5;

    private BeardGrower() {}

    /**
     * @param size of the picture in pixels
     * @return empty if the person is shaven
     */
    static Optional<Growth> grow(Person person, int size) {
        var recipe = person.faceRecipe();
        boolean isFull = recipe.hair().beard() == ActorRecipe.Beard.FULL;
        if (recipe.hair().beard() == ActorRecipe.Beard.SHAVEN) {
            return Optional.empty();
        }
        var skin = NeutralSkin.of(person);
        var noise = new Noise(recipe.seed() + 31);
        double detail = Math.max(.25, Math.min(1, size / 512.0));
        int wanted = (int) ((isFull ? 24000 : 9000) * detail);
        var roots = skin.scatter(
                (x, y, z) -> (1 + 1.2f * lip(x, y)) * BeardZone.at(x, y, z, .03f * noise.at(8 * x, 8 * y, 8 * z)),
                wanted,
                recipe.seed() + 37);
        var random = new SplittableRandom(recipe.seed() + 41);
        var colors = new HairColors(recipe.hair(), 1.4);
        var list = new StrandList();
        var color = new float[3];
        for (var root : roots) {
            var chain = hair(skin, root, noise, isFull, random);
            colors.next(random, 0, 1, color);
            list.add(chain, POINTS, color);
        }
        float radius = (isFull ? .0008f : .0007f) / (float) Math.sqrt(detail);
        return Optional.of(BoundGrowth.bind(skin, list.strands(radius, .4f * radius, Part.SKIN, isFull), roots));
    }

    private static float[] hair(NeutralSkin skin, Root root, Noise noise, boolean isFull, SplittableRandom random) {
        var rest = new float[3];
        var at = new float[3];
        var normal = new float[3];
        skin.blend(skin.mesh().rest(), 3, root, rest);
        skin.blend(skin.fine(), 3, root, at);
        skin.blend(skin.normals(), 3, root, normal);
        float side = rest[0] >= 0 ? 1 : -1;
        float ax = Math.abs(rest[0]);
        float lip = lip(rest[0], rest[1]);
        float chin = Curves.step(6.5f, 6.35f, rest[1]) * Curves.step(.42f, .1f, ax);
        float edge = BeardZone.at(rest[0], rest[1], rest[2], 0);
        float lock = noise.at(11 * rest[0], 11 * rest[1], 11 * rest[2]);
        float length = isFull ? (.07f + .05f * chin + .02f * lip) * (.35f + .65f * edge) : .012f;
        length *= .7f + .5f * (float) random.nextDouble();
        var comb = new float[] {
            side * (.12f + .75f * lip) + .35f * lock + .3f * (float) (random.nextDouble() - .5),
            -1 + .35f * lip + .3f * (float) (random.nextDouble() - .5),
            Curves.mix(-.25f, .3f, Curves.step(6.75f, 6.35f, rest[1])) * (1 - lip)
                    + .3f * (float) (random.nextDouble() - .5)
        };
        float outward = comb[0] * normal[0] + comb[1] * normal[1] + comb[2] * normal[2];
        // under the chin hair hangs away from the skin
        float taken = outward < 0 ? outward : .4f * outward;
        var chain = new float[3 * POINTS];
        float square = 0;
        for (int i = 0; i < 3; i++) {
            comb[i] -= taken * normal[i];
            square += comb[i] * comb[i];
            at[i] -= .003f * normal[i];
        }
        float scale = 1 / Math.max(.45f, (float) Math.sqrt(square));
        float lift = isFull ? .75f : .6f;
        for (int k = 0; k < POINTS; k++) {
            float t = (float) k / (POINTS - 1);
            for (int i = 0; i < 3; i++) {
                chain[3 * k + i] = at[i] + length * t * (scale * comb[i] + lift * (1 - .5f * t) * normal[i]);
            }
        }
        return chain;
    }

    /** 1 on the upper lip. */
    private static float lip(float x, float y) {
        return Curves.step(6.58f, 6.66f, y) * Curves.step(.36f, .26f, Math.abs(x));
    }
}
