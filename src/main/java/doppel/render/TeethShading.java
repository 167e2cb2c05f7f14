package doppel.render;

/** Lights a row of teeth: the mesh is a smooth band, and the single teeth come from a formula along it. */
final class TeethShading {

    /** Where teeth end, counted from the middle of the jaw, as share of half the row. */
    private static final float[] ENDS = {.17f, .30f, .44f, .57f, .70f, .86f, 1.01f};

    private final SkinShading skin;

    TeethShading(LightMaps light) {
        skin = new SkinShading(light);
    }

    void shade(Fragment f, Material.Teeth teeth) {
        var half = Math.abs(2 * f.u - 1);
        var tooth = 0;
        while (tooth < ENDS.length - 1 && half > ENDS[tooth]) {
            tooth++;
        }
        var begin = tooth == 0 ? 0 : ENDS[tooth - 1];
        var width = ENDS[tooth] - begin;
        var across = Maths.clamp((half - begin) / width);
        var side = 2 * across - 1;
        var gumLine = .16f + .10f * side * side;
        var gum = Maths.smooth(gumLine + .07f, gumLine - .03f, f.v);
        // neighbors touch in the middle of their height and part towards the edge and the gums
        var apart = .05f + .16f * Maths.smooth(.70f, 1, f.v) + .10f * Maths.smooth(.40f, .2f, f.v);
        var gap = Maths.smooth(apart, 0, 1 - Math.abs(side)) * (1 - gum);
        var dusk = Maths.smooth(.45f, 0, 1 - Math.abs(side));
        var back = 1 - .5f * Maths.smooth(.4f, 1, half);
        var own = .93f + .09f * ValueNoise.hash(tooth, f.u < .5f ? 1 : 2, 11);
        var edge = Maths.smooth(.82f, 1, f.v);
        var yellow = Maths.smooth(.75f, .25f, f.v);
        for (int k = 0; k < 3; k++) {
            var enamel = teeth.color()[k] * own * back * (1 - (k == 2 ? .22f : k == 1 ? .08f : .02f) * yellow);
            enamel *= 1 - (k == 2 ? .07f : .13f) * edge;
            var flesh = (k == 0 ? .34f : k == 1 ? .10f : .095f) * back;
            f.albedo[k] = Maths.mix(enamel * (1 - .42f * gap) * (1 - .13f * dusk), flesh, gum);
        }
        f.translucency = .5f;
        // each tooth is a small barrel
        var towards = f.u < .5f ? -1 : 1;
        f.bend(-.10f * f.spanOfU() * towards * side * Math.abs(side) * 3, 0);
        skin.light(f, .75f, f.nx, f.ny, f.nz);
    }
}
