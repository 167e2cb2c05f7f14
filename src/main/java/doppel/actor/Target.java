package doppel.actor;

/**
 * A shape that the head can take: how far some vertices move.
 *
 * @param vertices which move
 * @param offsets x y z a vertex, in dm, at weight 1
 */
record Target(int[] vertices, float[] offsets) {

    void addTo(float[] shape, double weight) {
        for (int i = 0; i < vertices.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                shape[3 * vertices[i] + axis] += (float) (weight * offsets[3 * i + axis]);
            }
        }
    }
}
