package doppel.actor;

import doppel.render.Strands;
import java.util.SplittableRandom;

/**
 * Grows the hair of a head, hair by hair.
 *
 * <ol>
 *   <li>Roots are spread over the scalp, thin at the hairline.
 *   <li>A few leaders grow first; each goes where the cut combs it, a little astray, and never into the skull.
 *   <li>The others follow the comb as well and are drawn towards the nearest leader, so that locks form.
 * </ol>
 */
final class HairGrower {

    private static final int HAIRS_PER_LOCK = 14;

    private final NeutralSkin skin;
    private final SkullMap skull;
    private final Hairline hairline;
    private final HairCut cut;
    private final HairColors colors;
    private final long seed;

    private HairGrower(Person person) {
        var recipe = person.recipe();
        skin = NeutralSkin.of(person);
        skull = SkullMap.of(skin);
        hairline = new Hairline(recipe);
        cut = HairCut.of(recipe, skull);
        colors = new HairColors(recipe.hair(), 1);
        seed = recipe.seed();
    }

    /**
     * @param size of the picture in pixels: a small picture needs fewer hairs, each thicker
     */
    static Growth grow(Person person, int size) {
        var grower = new HairGrower(person);
        int wanted = Math.max(3000, Math.min(36000, 60 * size));
        return new RigidGrowth(grower.hairs(wanted));
    }

    private Strands hairs(int wanted) {
        var random = new SplittableRandom(seed + 7);
        var roots = skin.scatter(hairline::density, wanted, seed + 3);
        var leaders = new HairLock[Math.max(1, roots.length / HAIRS_PER_LOCK)];
        for (int i = 0; i < leaders.length; i++) {
            leaders[i] = new HairLock(cut.points(), random);
            grow(roots[i], leaders[i], leaders[i], random);
        }
        var list = new StrandList();
        var hair = new HairLock(cut.points(), random);
        var color = new float[3];
        for (var root : roots) {
            skin.blend(skin.fine(), 3, root, hair.points);
            var leader = nearest(leaders, hair.points);
            grow(root, hair, leader, random);
            colors.next(random, leader.shade, hair.atTemple(), color);
            list.add(hair.points, hair.length, color);
        }
        if (cut instanceof TiedBackHair tied) {
            new HairKnot(tied.knot(), colors).grow(list, wanted / 12, random);
        }
        // the fewer the hairs, the more each has to cover
        double fewer = Math.sqrt(26000.0 / wanted);
        float radius = (float) (.0011 * fewer * Math.sqrt(fewer));
        return list.strands(radius, .35f * radius, Part.HAIR, true);
    }

    private static HairLock nearest(HairLock[] leaders, float[] at) {
        var best = leaders[0];
        float least = Float.MAX_VALUE;
        for (var leader : leaders) {
            float x = leader.points[0] - at[0];
            float y = leader.points[1] - at[1];
            float z = leader.points[2] - at[2];
            float distance = x * x + y * y + z * z;
            if (distance < least) {
                least = distance;
                best = leader;
            }
        }
        return best;
    }

    private void grow(Root root, HairLock hair, HairLock leader, SplittableRandom random) {
        skin.blend(skin.fine(), 3, root, hair.points);
        skin.blend(skin.mesh().rest(), 3, root, hair.rest);
        skin.blend(skin.normals(), 3, root, hair.normal);
        float above = hairline.above(hair.rest[0], hair.rest[1], hair.rest[2]);
        // at its edge hair is fine and short
        float fine = Curves.mix(.4f, 1, Curves.step(-.02f, .22f, above));
        boolean stray = random.nextDouble() < .012;
        float freedom = cut.freedom() * (stray ? 3.5f : 1) * (1 + .8f * (1 - fine));
        float length = cut.length(hair.rest) * fine * (.8f + .3f * (float) random.nextDouble());
        float standing = 1 + (1 - .6f * cut.hold()) * ((float) random.nextDouble() - .5f) + (stray ? .8f : 0);
        float ax = freedom * bell(random) + .55f * cut.freedom() * leader.astray[0];
        float ay = freedom * bell(random) + .55f * cut.freedom() * leader.astray[1];
        float az = freedom * bell(random) + .55f * cut.freedom() * leader.astray[2];
        hair.length = cut.points();
        float step = length / (cut.points() - 1);
        float rootHeight = skull.height(hair.points[0], hair.points[1], hair.points[2]);
        for (int k = 1; k < cut.points(); k++) {
            float along = (float) k / (cut.points() - 1);
            hair.arrive(k - 1);
            if (k > 1 && hair.isInFace()) {
                hair.length = k;
                break;
            }
            cut.comb(hair.rest, hair.at, hair.near, along, hair.wish);
            hair.flatten();
            float lift = cut.lift(hair.rest, along) * (.7f + .3f * standing);
            hair.turn(lift, ax, ay, az, k == 1 ? 1 : .55f);
            hair.go(step);
            if (hair != leader) {
                hair.gather(leader, k, cut.gathering() * along);
            }
            float floor = cut.layer(hair.rest, along) * standing + rootHeight * (1 - along);
            float height = skull.height(hair.at[0], hair.at[1], hair.at[2]);
            if (height < floor) {
                skull.lift(hair.at, floor);
            } else if (cut.hold() > 0) {
                skull.lift(
                        hair.at,
                        Curves.mix(height, floor, cut.hold() * Curves.step(0, cut.hold() > .5 ? .15f : .5f, along)));
            }
            hair.put(k);
            if (cut.arrives(hair.rest, hair.at)) {
                hair.length = k + 1;
                break;
            }
        }
        if (cut.curl() > 0 && hair != leader) {
            hair.curl(leader, cut.curl() * Math.min(1, 2.6f * length), cut.turns());
        }
        for (int i = 0; i < 3; i++) {
            hair.points[i] -= .006f * hair.normal[i];
        }
    }

    /** About -1 to 1, most near 0. */
    private static float bell(SplittableRandom random) {
        return (float) (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 1.2f;
    }
}
