package doppel.actor;

/**
 * A place on the skin.
 *
 * @param triangle of the fine mesh
 * @param first share of the triangle's first corner
 * @param second share of its second corner; the third has the rest
 */
record Root(int triangle, float first, float second) {}
