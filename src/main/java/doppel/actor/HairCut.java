package doppel.actor;

/** How the hair of a head is cut and combed. Places are x y z in dm: {@code rest} on the template, {@code at} on the person. */
sealed interface HairCut permits CroppedHair, SidePartedHair, TiedBackHair, CurlyHair {

    /** Points a hair. */
    int points();

    /** Length of a hair in dm. */
    float length(float[] rest);

    /**
     * Where the comb drew the hair.
     *
     * @param rest root on the template
     * @param at where the hair has come to
     * @param near about the place of the template that this is
     * @param along 0 root to 1 tip
     * @param out the direction, of any length; what of it points out of the skin is taken away
     */
    void comb(float[] rest, float[] at, float[] near, float along, float[] out);

    /** How much the hair stands off: 0 lies flat, 1 leans as much out as along. */
    float lift(float[] rest, float along);

    /** The least height above the skin in dm. */
    float layer(float[] rest, float along);

    /** How much hairs side by side gather in a lock: 0 not to 1. */
    float gathering();

    /** How much each hair goes its own way. */
    float freedom();

    /** How firmly hair lies on what is under it: 0 stands free to 1 combed flat. */
    float hold();

    /** Radius of the curls in dm. */
    default float curl() {
        return 0;
    }

    /** Curls a hair. */
    default float turns() {
        return 0;
    }

    /** Whether a hair ends here. */
    default boolean arrives(float[] rest, float[] at) {
        return false;
    }

    /** The cut that a recipe asks for. */
    static HairCut of(ActorRecipe recipe, SkullMap skull) {
        boolean longer = recipe.body().feminine() > .5;
        return switch (recipe.hair().style()) {
            case CROPPED -> new CroppedHair(longer ? 1.3f : 1);
            case SIDE_PARTED -> new SidePartedHair(longer);
            case TIED_BACK -> TiedBackHair.on(skull);
            case CURLY -> new CurlyHair(longer ? 1.35f : 1);
        };
    }
}
