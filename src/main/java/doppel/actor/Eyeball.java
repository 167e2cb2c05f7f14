package doppel.actor;

/**
 * An eye in its place.
 *
 * @param center x y z in dm
 * @param axis unit vector through the pupil
 * @param radius in dm
 */
record Eyeball(double[] center, double[] axis, double radius) {}
