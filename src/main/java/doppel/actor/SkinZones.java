package doppel.actor;

import static doppel.actor.Curves.spot;
import static doppel.actor.Curves.step;

/** Where skin is redder and where it is browner than on the cheek's mean, drawn on the template. */
final class SkinZones {

    private final float blush;
    private final float years;
    private final float dark;

    SkinZones(ActorRecipe recipe) {
        blush = (float) recipe.skin().blush();
        years = step(40, 80, (float) recipe.body().years());
        var tone = LinearColor.of(recipe.skin().tone());
        // dark skin shows less of the blood under it
        dark = step(.45f, .08f, tone[1]);
    }

    /** Blood: 0 the mean, about 1 flushed. */
    float blood(float x, float y, float z) {
        float ax = Math.abs(x);
        float cheeks = spot(ax - .42f, y - 6.98f, z - 1.28f, .34f, .33f, .45f);
        float nose = spot(ax, y - 6.95f, z - 1.64f, .22f, .2f, .22f);
        float wings = spot(ax - .13f, y - 6.88f, z - 1.52f, .11f, .11f, .15f);
        float ear = ax > .7f ? step(.72f, .82f, ax) * spot(y - 7.1f, z - .45f, .42f, .35f) : 0;
        float chin = spot(ax, y - 6.3f, z - 1.48f, .25f, .18f, .3f);
        float lowerLid = spot(ax - .3f, y - 7.21f, z - 1.39f, .22f, .07f, .2f);
        float upperLid = spot(ax - .3f, y - 7.40f, z - 1.4f, .24f, .09f, .2f);
        float mouth = spot(ax, y - 6.62f, z - 1.5f, .42f, .22f, .3f);
        float forehead = spot(ax, y - 7.8f, z - 1.4f, .6f, .4f, .6f);
        float neck = step(6.3f, 6f, y);
        float sum = .5f * cheeks
                + .55f * nose
                + .45f * wings
                + .6f * ear
                + .25f * chin
                + .35f * lowerLid
                + .2f * upperLid
                + .15f * mouth
                - .12f * forehead
                - .05f * neck;
        return sum * (.35f + .9f * blush) * (1 - .55f * dark);
    }

    /** Melanin: 0 the mean, about 1 a freckle. */
    float melanin(float x, float y, float z) {
        float ax = Math.abs(x);
        float lowerLid = spot(ax - .29f, y - 7.17f, z - 1.37f, .24f, .12f, .25f);
        float inner = spot(ax - .165f, y - 7.29f, z - 1.38f, .07f, .13f, .16f);
        float upperLid = spot(ax - .3f, y - 7.40f, z - 1.4f, .26f, .11f, .25f);
        float mouth = spot(ax - .22f, y - 6.6f, z - 1.4f, .22f, .2f, .3f);
        float cheeks = spot(ax - .42f, y - 6.98f, z - 1.28f, .4f, .35f, .45f);
        float temple = spot(ax - .62f, y - 7.5f, z - 1f, .25f, .4f, .4f);
        float neck = step(6.35f, 6.05f, y);
        return (.23f + .16f * years) * lowerLid
                + .28f * inner
                + .10f * upperLid
                + .08f * mouth
                + .08f * temple
                + .10f * neck
                - .06f * cheeks;
    }

    /** Shine of the skin: forehead, nose and chin are oilier. */
    float gloss(float x, float y, float z) {
        float ax = Math.abs(x);
        float zone = spot(ax, y - 7.75f, z - 1.45f, .45f, .45f, .4f)
                + spot(ax, y - 7.05f, z - 1.6f, .16f, .4f, .25f)
                + .6f * spot(ax, y - 6.3f, z - 1.5f, .22f, .2f, .25f)
                + .5f * spot(ax - .4f, y - 7.08f, z - 1.3f, .2f, .14f, .3f);
        float ear = step(.7f, .78f, ax) * step(5.6f, 6.4f, y);
        return (.36f + .12f * Math.min(1, zone) - .14f * ear) * (1 - .12f * dark);
    }
}
