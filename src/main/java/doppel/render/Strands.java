package doppel.render;

/**
 * Hairs: chains of points, thinner towards the tip.
 *
 * @param points x y z a point, in dm
 * @param starts index of the first point of each hair, and as last number that of all points
 * @param colors linear red, green, blue a hair
 * @param rootRadius in dm; hair of a head .0004 to .0006 in nature, more where one strand stands for several
 * @param tipRadius in dm
 * @param part number for {@link Rendering#parts()}
 * @param coversFace whether the face mask ends under it, as under hair of the head; brows, lashes and beards belong to
 *     the face
 * @param castsShadow whether it shades what lies behind
 */
public record Strands(
        float[] points,
        int[] starts,
        float[] colors,
        float rootRadius,
        float tipRadius,
        byte part,
        boolean coversFace,
        boolean castsShadow) {

    /**
     * The same hairs elsewhere, as after a turn of the head.
     *
     * @param moved x y z a point, in dm
     */
    public Strands at(float[] moved) {
        return new Strands(moved, starts, colors, rootRadius, tipRadius, part, coversFace, castsShadow);
    }

    /** How many hairs. */
    public int count() {
        return starts.length - 1;
    }
}
