package doppel.actor;

/**
 * The paint of a person's skin: color, pores, lines and shine of a place.
 *
 * <p>Red and brown come from how much blood and melanin lie in the light's way, as in real skin, not from mixed colors.
 */
final class SkinPaint {

    private static final float[] BLOOD = {.06f, .50f, .40f};
    private static final float[] MELANIN = {.50f, .78f, 1.0f};
    private static final float[] MOUTH = {.55f, .15f, .13f};
    private static final float[] SOCKET = {.52f, .25f, .22f};

    private final float[] tone;
    private final float[] lips;
    private final float[] scalp;
    private final float[] beardColor;
    private final float beard;
    private final float brows;
    private final float browWidth;
    private final Noise noise;
    private final SkinZones zones;
    private final SkinLines lines;
    private final Hairline hairline;
    private final Spots freckles;
    private final Spots moles;
    private final float speckle;

    /**
     * @param side of the texture in texels: what is finer than a texel is left out
     */
    SkinPaint(Person person, int side) {
        var recipe = person.recipe();
        tone = LinearColor.of(recipe.skin().tone());
        lips = LinearColor.of(recipe.skin().lips());
        var hair = mixed(LinearColor.of(recipe.hair().color()), .3f, (float)
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
        var skin = NeutralSkin.of(person);
        freckles = new Spots(
                skin, SkinPaint::freckled, (int) (1100 * recipe.skin().freckles()), .005f, .013f, recipe.seed() + 11);
        moles = new Spots(skin, SkinPaint::anywhere, 45, .004f, .014f, recipe.seed() + 13);
        speckle = Curves.step(256, 1024, side);
    }

    /** Paints what lies at the place of a texel. */
    void on(SkinTexel texel) {
        skin(texel);
        lips(texel);
        growth(texel);
        inside(texel);
    }

    private void skin(SkinTexel texel) {
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

    private void lips(SkinTexel texel) {
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

    private void growth(SkinTexel texel) {
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

    private void inside(SkinTexel texel) {
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
}
