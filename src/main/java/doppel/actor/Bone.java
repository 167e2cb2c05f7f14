package doppel.actor;

import java.util.List;

/**
 * A bone of the neck or head: where it is hinged and which vertices follow it.
 *
 * @param joint vertices whose mean is the hinge; empty where it is a fixed point
 * @param point the fixed point, x y z in dm
 * @param vertices which follow
 * @param weights 0 to 1 a vertex
 */
record Bone(List<Integer> joint, List<Double> point, int[] vertices, float[] weights) {

    /** Where the hinge is in {@code shape}. */
    double[] hinge(float[] shape) {
        if (joint.isEmpty()) {
            return new double[] {point.get(0), point.get(1), point.get(2)};
        }
        var sum = new double[3];
        for (var vertex : joint) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += shape[3 * vertex + axis];
            }
        }
        return new double[] {sum[0] / joint.size(), sum[1] / joint.size(), sum[2] / joint.size()};
    }
}
