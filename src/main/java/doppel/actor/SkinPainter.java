package doppel.actor;

import doppel.render.Texture;
import java.util.stream.IntStream;

/**
 * Paints the skin of a person, and the cloth on the shoulders: color, pores and lines, shine.
 *
 * <p>All is drawn by formula at the place that a texel has on the template, so that paint follows every shape: a wide
 * mouth has wide lips.
 *
 * <p>Red and brown come from how much blood and melanin lie in the light's way, as in real skin, not from mixed colors.
 */
final class SkinPainter {

    private static final float[] BLOOD = {.06f, .50f, .40f};
    private static final float[] MELANIN = {.50f, .78f, 1.0f};
    private static final float[] MOUTH = {.55f, .15f, .13f};
    private static final float[] SOCKET = {.52f, .25f, .22f};

    private final FineMesh mesh;
    private final Texels texels;
    private final float[] albedo;
    private final float[] relief;
    private final float[] gloss;
    private final float[] translucency;

    private final float[] tone;
    private final float[] lips;
    private final float[] hair;
    private final float[] scalp;
    private final float[] beardColor;
    private final float beard;
    private final float brows;
    private final float browWidth;
    private final Noise noise;
    private final SkinZones zones;
    private final SkinLines lines;
    private final Hairline hairline;
    private final ClothPaint cloth;
    private final Spots freckles;
    private final Spots moles;
    private final float speckle;

    private SkinPainter(Person person, int side) {
        var recipe = person.recipe();
        mesh = FineMesh.body();
        texels = mesh.texels(side, side);
        albedo = new float[3 * side * side];
        relief = new float[side * side];
        gloss = new float[side * side];
        translucency = new float[side * side];
        tone = LinearColor.of(recipe.skin().tone());
        lips = LinearColor.of(recipe.skin().lips());
        hair = mixed(LinearColor.of(recipe.hair().color()), .3f, (float)
                recipe.hair().gray());
        beardColor = new float[] {
            hair[0] * .6f + tone[0] * .10f, hair[1] * .6f + tone[1] * .13f, hair[2] * .6f + tone[2] * .18f
        };
        scalp = new float[3];
        for (int channel = 0; channel < 3; channel++) {
            // light hair, too, leaves the skin under it in the shade
            scalp[channel] = Math.min(.8f * hair[channel], .5f * tone[channel]);
        }
        beard = beard(recipe);
        brows = .16f + .22f * (float) recipe.hair().brows();
        browWidth = BrowArch.width(recipe);
        noise = new Noise(recipe.seed());
        zones = new SkinZones(recipe);
        lines = new SkinLines(recipe);
        hairline = new Hairline(recipe);
        cloth = new ClothPaint(recipe);
        var skin = NeutralSkin.of(person);
        freckles = new Spots(
                skin, SkinPainter::freckled, (int) (1100 * recipe.skin().freckles()), .005f, .013f, recipe.seed() + 11);
        moles = new Spots(skin, SkinPainter::anywhere, 45, .004f, .014f, recipe.seed() + 13);
        speckle = Curves.step(256, 1024, side);
    }

    /**
     * @param size of the picture in pixels that the texture is for
     */
    static Texture paint(Person person, int size) {
        int side = Math.max(256, Math.min(2048, 2 * size));
        var painter = new SkinPainter(person, side);
        // each row is painted by itself, so that the number of threads changes nothing
        IntStream.range(0, side).parallel().forEach(painter::row);
        var texture = new Texture(side, side, painter.albedo, painter.relief, painter.gloss, painter.translucency);
        TexelBleed.over(texture, painter.texels);
        return texture;
    }

    /**
     * The skin of a swap's truth.
     *
     * @param face skin whose face is worn
     * @param head skin of the head that wears it, of the same size
     */
    static Texture swapped(Texture face, Texture head) {
        return SkinSwap.wear(face, head);
    }

    private void row(int row) {
        var texel = new Texel();
        var rest = mesh.rest();
        var triangles = mesh.triangles();
        var mouths = mesh.weights(Region.MOUTH);
        var sockets = mesh.weights(Region.SOCKETS);
        var lids = mesh.weights(Region.LIDS);
        for (int at = row * texels.width(); at < (row + 1) * texels.width(); at++) {
            int t = texels.triangle()[at];
            if (t < 0) {
                continue;
            }
            float first = texels.share()[2 * at];
            float second = texels.share()[2 * at + 1];
            float third = 1 - first - second;
            int a = triangles[3 * t];
            int b = triangles[3 * t + 1];
            int c = triangles[3 * t + 2];
            texel.x = first * rest[3 * a] + second * rest[3 * b] + third * rest[3 * c];
            texel.y = first * rest[3 * a + 1] + second * rest[3 * b + 1] + third * rest[3 * c + 1];
            texel.z = first * rest[3 * a + 2] + second * rest[3 * b + 2] + third * rest[3 * c + 2];
            texel.mouth = first * mouths[a] + second * mouths[b] + third * mouths[c];
            texel.socket = first * sockets[a] + second * sockets[b] + third * sockets[c];
            texel.lid = first * lids[a] + second * lids[b] + third * lids[c];
            paint(texel);
            System.arraycopy(texel.color, 0, albedo, 3 * at, 3);
            relief[at] = texel.relief;
            gloss[at] = texel.gloss;
            translucency[at] = texel.translucency;
        }
    }

    private void paint(Texel texel) {
        float covered = texel.mouth > .5f ? 0 : cloth.cover(texel.x, texel.y, texel.z);
        texel.gloss = 0;
        texel.relief = 0;
        texel.translucency = 1 - covered;
        if (covered < 1) {
            skin(texel);
            lips(texel);
            growth(texel);
            inside(texel);
            texel.darken(cloth.shade(texel.x, texel.y, texel.z));
        }
        if (covered > 0) {
            cloth.color(texel.x, texel.y, texel.z, texel.other);
            texel.mix(texel.other, covered);
            texel.relief = Curves.mix(texel.relief, cloth.relief(texel.x, texel.y, texel.z), covered);
            texel.gloss *= 1 - covered;
        }
    }

    private void skin(Texel texel) {
        float x = texel.x;
        float y = texel.y;
        float z = texel.z;
        float patches = noise.sum(x, y, z, 2.1f, 2);
        float blotches = noise.at(9 * x, 9 * y, 9 * z + 40);
        float mottle = noise.at(27 * x + 9, 27 * y, 27 * z);
        float grain = speckle * noise.at(75 * x, 75 * y + 5, 75 * z);
        float fine = speckle * noise.at(150 * x, 150 * y, 150 * z + 5);
        // on the lids, folded when the eyes are open, paint is stretched when they close
        float still = 1 - .8f * texel.lid;
        mottle *= still;
        grain *= still;
        fine *= still;
        float depth = lines.at(x, y, z);
        float ragged = .004f * mottle;
        float freckle = freckles.at(x + ragged, y - ragged, z);
        float mole = moles.at(x, y, z);
        float blood = zones.blood(x, y, z) - .16f + .12f * patches + .20f * blotches + .17f * mottle + .10f * grain;
        float melanin = zones.melanin(x, y, z) + .08f * patches + .06f * mottle + .07f * grain + .05f * fine;
        melanin += .42f * freckle * (1 + .3f * mottle) + .6f * mole;
        blood += .30f * depth + .2f * mole;
        melanin += .10f * depth;
        for (int channel = 0; channel < 3; channel++) {
            // the mean must not move: where there is less blood than usual, skin is lighter than the tone
            float absorbed = blood * BLOOD[channel] + melanin * MELANIN[channel];
            float left = absorbed >= 0 ? Curves.fading(absorbed) : 1 / Curves.fading(-absorbed);
            texel.color[channel] = Math.min(1, tone[channel] * left);
        }
        texel.gloss = zones.gloss(x, y, z) * (1 - .12f * depth) * (1 + .12f * grain);
        float pores = .6f + .8f * Curves.spot(Math.abs(x), y - 7f, .45f, .3f);
        texel.relief = 34 * mottle + pores * (42 * grain + 30 * fine) - 170 * depth + 40 * mole;
    }

    private void lips(Texel texel) {
        float x = texel.x;
        float y = texel.y;
        float ragged = .006f * noise.at(22 * x, 22 * y, 1);
        float amount = LipPaint.at(x, y, texel.z, ragged);
        if (amount == 0) {
            return;
        }
        float furrows = LipPaint.furrows(noise, x, y);
        float light = 1 + .0016f * furrows - .25f * LipPaint.seam(x, y, texel.z) + .05f * noise.at(16 * x, 16 * y, 8);
        for (int channel = 0; channel < 3; channel++) {
            texel.other[channel] = lips[channel] * light;
        }
        // an upper lip is a little darker than a lower one, and its rim paler
        float upper = y > 6.61f ? .9f : 1;
        for (int channel = 0; channel < 3; channel++) {
            texel.other[channel] *= upper;
        }
        texel.mix(texel.other, .76f * amount);
        texel.relief = Curves.mix(texel.relief, furrows, amount);
        texel.gloss = Curves.mix(texel.gloss, .56f + .0012f * furrows, amount);
    }

    private void growth(Texel texel) {
        float x = texel.x;
        float y = texel.y;
        float z = texel.z;
        float grown = hairline.density(x, y, z);
        if (grown > 0) {
            texel.mix(scalp, .72f * Curves.step(0, .7f, grown));
            texel.gloss *= 1 - .6f * grown;
        }
        float brow = BrowArch.density(x, y, z, browWidth);
        if (brow > 0) {
            texel.mix(scalp, brows * brow * (.7f + .3f * noise.at(60 * x, 60 * y, 3)));
        }
        if (beard > 0) {
            float ragged = .03f * noise.at(8 * x, 8 * y, 8 * z);
            float zone = BeardZone.at(x, y, z, ragged);
            if (zone > 0) {
                float dots = Curves.step(-.15f, .45f, noise.at(115 * x, 115 * y, 115 * z));
                texel.mix(beardColor, zone * beard * (.55f + .6f * speckle * (dots - .3f)));
                texel.relief += zone * beard * 25 * dots;
            }
        }
    }

    private void inside(Texel texel) {
        if (texel.lid > 0 && texel.socket == 0) {
            // the rim of the lid, next to the eye
            float rim = Curves.step(.84f, 1, texel.lid);
            texel.mix(SOCKET, .4f * rim * tone[0]);
            texel.gloss = Curves.mix(texel.gloss, .5f, rim);
        }
        if (texel.socket > 0) {
            texel.mix(SOCKET, texel.socket * Math.min(1, .35f + tone[0]));
            texel.gloss = Curves.mix(texel.gloss, .6f, texel.socket);
        }
        if (texel.mouth > 0) {
            float amount = Curves.step(.3f, 1, texel.mouth);
            texel.mix(MOUTH, amount);
            texel.gloss = Curves.mix(texel.gloss, .62f, amount);
        }
    }

    private static float beard(ActorRecipe recipe) {
        float male = Curves.step(.6f, .35f, (float) recipe.body().feminine());
        return switch (recipe.hair().beard()) {
            case SHAVEN -> .32f * male;
            case STUBBLE -> .62f;
            case FULL -> .75f;
        };
    }

    private static float freckled(float x, float y, float z) {
        float face =
                Curves.spot(Math.abs(x) - .22f, y - 7.05f, .55f, .38f) + .25f * Curves.spot(x, y - 7.2f, .9f, 1.1f);
        return z < .7f ? 0 : Math.min(1, face);
    }

    private static float anywhere(float x, float y, float z) {
        boolean isLip = LipPaint.at(x, y, z, .03f) > 0;
        return z > .2f && y > 5.4f && y < 8 && !isLip ? 1 : 0;
    }

    private static float[] mixed(float[] color, float gray, float share) {
        return new float[] {
            Curves.mix(color[0], gray, share), Curves.mix(color[1], gray, share), Curves.mix(color[2], gray, share)
        };
    }

    /** What is painted on one texel, and where it lies. */
    private static final class Texel {
        float x;
        float y;
        float z;
        float mouth;
        float socket;
        float lid;
        float relief;
        float gloss;
        float translucency;
        final float[] color = new float[3];
        final float[] other = new float[3];

        void mix(float[] paint, float amount) {
            for (int channel = 0; channel < 3; channel++) {
                color[channel] += amount * (paint[channel] - color[channel]);
            }
        }

        void darken(float amount) {
            for (int channel = 0; channel < 3; channel++) {
                color[channel] *= 1 - amount;
            }
        }
    }
}
