package doppel.actor;

import java.util.List;

/**
 * Turns the head on its neck: each bone of the neck takes a share, and the skin follows them by weights.
 *
 * <p>Source: the skin weights of the data; linear blending, which is exact enough as no bone turns far.
 */
final class NeckBones {

    private static final List<String> CHAIN = List.of("neck01", "neck02", "neck03", "head");

    /** How much of the head's turning is done when this bone has turned. */
    private static final double[] DONE = {.15, .38, .65, 1};

    /** Above this height of the template, in dm, everything without a bone of the neck belongs to the skull. */
    private static final float SKULL_FROM = 6.0f;

    /** Weights of the data change from one row of vertices to the next; a soft neck needs them smoother. */
    private static final int SMOOTHINGS = 6;

    private final float[] base;
    private final float[] fine;

    private static final class Holder {
        static final NeckBones BONES = new NeckBones(HeadData.load(), FineMesh.body());
    }

    private NeckBones(HeadData head, FineMesh mesh) {
        base = weights(head);
        fine = mesh.refine(base, CHAIN.size());
    }

    static NeckBones load() {
        return Holder.BONES;
    }

    /** The motion of each bone; the last is the skull's. */
    Turn[] turns(float[] shape, Turn head) {
        var rest = HeadData.load().rest();
        var turns = new Turn[CHAIN.size()];
        var before = Turn.none();
        for (int i = 0; i < turns.length; i++) {
            var hinge = hinge(CHAIN.get(i), shape, rest);
            turns[i] = head.partly(DONE[i]).about(hinge, before.point(hinge));
            before = turns[i];
        }
        return turns;
    }

    float[] moveFine(float[] positions, Turn[] turns) {
        return move(positions, fine, turns);
    }

    float[] moveBase(float[] positions, Turn[] turns) {
        return move(positions, base, turns);
    }

    private static float[] move(float[] positions, float[] weights, Turn[] turns) {
        var moved = new float[positions.length];
        var bones = turns.length;
        var m = new double[12];
        for (int v = 0; v < positions.length / 3; v++) {
            var fixed = 1.0;
            for (int bone = 0; bone < bones; bone++) {
                fixed -= weights[bones * v + bone];
            }
            for (int k = 0; k < 12; k++) {
                m[k] = k % 5 == 0 ? fixed : 0;
                for (int bone = 0; bone < bones; bone++) {
                    m[k] += weights[bones * v + bone] * turns[bone].m()[k];
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                moved[3 * v + axis] = (float) (m[4 * axis] * positions[3 * v]
                        + m[4 * axis + 1] * positions[3 * v + 1]
                        + m[4 * axis + 2] * positions[3 * v + 2]
                        + m[4 * axis + 3]);
            }
        }
        return moved;
    }

    /** A bone that the data place at a fixed point keeps its place between neck and skull. */
    private static double[] hinge(String name, float[] shape, float[] rest) {
        var head = HeadData.load();
        var bone = head.bone(name);
        if (!bone.joint().isEmpty()) {
            return bone.hinge(shape);
        }
        var low = head.bone("neck01").hinge(rest);
        var high = head.bone("head").hinge(rest);
        var lowHere = head.bone("neck01").hinge(shape);
        var highHere = head.bone("head").hinge(shape);
        var point = bone.hinge(rest);
        var along = (point[1] - low[1]) / (high[1] - low[1]);
        var out = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            out[axis] = lowHere[axis]
                    + along * (highHere[axis] - lowHere[axis])
                    + point[axis]
                    - low[axis]
                    - along * (high[axis] - low[axis]);
        }
        return out;
    }

    private static float[] weights(HeadData head) {
        var bones = CHAIN.size();
        var weights = new float[bones * head.vertexCount()];
        for (int bone = 0; bone < bones; bone++) {
            var vertices = head.bone(CHAIN.get(bone)).vertices();
            for (int i = 0; i < vertices.length; i++) {
                weights[bones * vertices[i] + bone] = head.bone(CHAIN.get(bone)).weights()[i];
            }
        }
        var fixed = new float[head.vertexCount()];
        for (var name : List.of("spine01", "clavicle.L", "clavicle.R")) {
            var vertices = head.bone(name).vertices();
            for (int i = 0; i < vertices.length; i++) {
                fixed[vertices[i]] += head.bone(name).weights()[i];
            }
        }
        for (int v = 0; v < head.vertexCount(); v++) {
            var sum = fixed[v];
            for (int bone = 0; bone < bones; bone++) {
                sum += weights[bones * v + bone];
            }
            if (v >= HeadData.BODY) {
                for (int bone = 0; bone < bones; bone++) {
                    weights[bones * v + bone] = bone == bones - 1 ? 1 : 0;
                }
            } else if (head.rest()[3 * v + 1] > SKULL_FROM) {
                weights[bones * v + bones - 1] += Math.max(0, 1 - sum);
            }
        }
        return smooth(weights, head.quads("body"), bones);
    }

    private static float[] smooth(float[] weights, int[] quads, int bones) {
        var smooth = weights;
        for (int round = 0; round < SMOOTHINGS; round++) {
            var sum = new float[weights.length];
            var count = new int[HeadData.BODY];
            for (int q = 0; q < quads.length; q += 4) {
                for (int k = 0; k < 4; k++) {
                    count[quads[q + k]] += 4;
                    for (int j = 0; j < 4; j++) {
                        for (int bone = 0; bone < bones; bone++) {
                            sum[bones * quads[q + k] + bone] += smooth[bones * quads[q + j] + bone];
                        }
                    }
                }
            }
            for (int i = 0; i < sum.length; i++) {
                var vertex = i / bones;
                sum[i] = vertex < HeadData.BODY ? sum[i] / Math.max(1, count[vertex]) : smooth[i];
            }
            smooth = sum;
        }
        return smooth;
    }
}
