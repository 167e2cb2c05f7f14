package doppel.actor;

/**
 * How somebody sounds.
 *
 * @param hertz mean pitch: about 110 for men, 200 for women
 * @param throat factor on the resonances: 1 for men, 1.17 for women, whose throats are shorter
 */
record Voice(double hertz, double throat) {

    /** The usual voice for a build. */
    static Voice of(ActorRecipe recipe) {
        var feminine = recipe.body().feminine();
        return new Voice(112 + 84 * feminine, 1 + .16 * feminine);
    }
}
