package doppel.actor;

/** Where the brows grow, drawn on the template along the brow ridge. */
final class BrowArch {

    private static final float[] ACROSS = {.115f, .155f, .22f, .30f, .38f, .45f, .50f, .555f};
    private static final float[] MIDDLE = {7.470f, 7.478f, 7.490f, 7.503f, 7.511f, 7.502f, 7.483f, 7.450f};
    private static final float[] HALF_WIDTH = {.014f, .040f, .046f, .044f, .039f, .031f, .024f, .012f};

    private BrowArch() {}

    /** 0 at the nose to 1 at the temple. */
    static float along(float x) {
        return (Math.abs(x) - ACROSS[0]) / (ACROSS[ACROSS.length - 1] - ACROSS[0]);
    }

    /** How far above the middle of the brow, in half widths: -1 to 1 inside. */
    static float across(float x, float y, float width) {
        float ax = Math.abs(x);
        return (y - Curves.line(ACROSS, MIDDLE, ax)) / (width * Curves.line(ACROSS, HALF_WIDTH, ax));
    }

    /** Rise of the brow to the outside. */
    static float slope(float x) {
        float ax = Math.abs(x);
        return (Curves.line(ACROSS, MIDDLE, ax + .01f) - Curves.line(ACROSS, MIDDLE, ax - .01f)) / .02f;
    }

    /** 0 bare to 1 dense. */
    static float density(float x, float y, float z, float width) {
        float along = along(x);
        if (along < 0 || along > 1 || z < 1) {
            return 0;
        }
        float across = Math.abs(across(x, y, width));
        float ends = Curves.step(0, .22f, along) * Curves.mix(1, .35f, Curves.step(.6f, 1, along));
        return ends * Curves.step(1.3f, .15f, across);
    }

    /** Half width of the brows of a recipe, 1 the usual. */
    static float width(ActorRecipe recipe) {
        float brows = (float) recipe.hair().brows();
        float male = (float) (1 - recipe.body().feminine());
        return .68f + .30f * brows + .12f * male;
    }
}
