package doppel.render;

/** What a surface is made of. */
public sealed interface Material {

    /** Skin and cloth: painted. */
    record Painted(Texture texture) implements Material {}

    /**
     * An eyeball: white, iris behind a clear cornea, pupil; drawn by formula around its axis.
     *
     * @param center of the ball, x y z in dm
     * @param axis unit vector through the pupil
     * @param iris linear red, green, blue of the iris
     * @param irisRadius share of the ball's radius, about .48
     * @param pupilRadius share of the iris' radius, about .35
     * @param seed of the pattern
     */
    record Eyeball(float[] center, float[] axis, float[] iris, float irisRadius, float pupilRadius, long seed)
            implements Material {}

    /**
     * One color, such as gums, tongue and teeth.
     *
     * @param color linear red, green, blue
     * @param gloss 0 dull to 1 wet
     * @param translucency 0 to 1
     */
    record Plain(float[] color, float gloss, float translucency) implements Material {}

    /**
     * A row of teeth along the jaw: separate teeth drawn by formula, darker towards the gums and the back.
     *
     * @param color linear red, green, blue of the front teeth
     */
    record Teeth(float[] color) implements Material {}
}
