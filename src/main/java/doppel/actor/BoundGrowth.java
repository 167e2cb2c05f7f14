package doppel.actor;

import doppel.render.Strands;

/**
 * Short hair that goes with the skin under it: brows, lashes, beard.
 *
 * @param rest strands on the neutral shape
 * @param roots where each hair stands
 * @param offsets of each point from its root, along, across and out of the skin
 */
record BoundGrowth(Strands rest, Root[] roots, float[] offsets) implements Growth {

    /** Binds strands that were drawn on the neutral skin. */
    static BoundGrowth bind(NeutralSkin skin, Strands rest, Root[] roots) {
        var frame = new float[12];
        var points = rest.points();
        var offsets = new float[points.length];
        for (int hair = 0; hair < roots.length; hair++) {
            frame(skin.mesh(), skin.fine(), skin.normals(), roots[hair], frame);
            for (int i = 3 * rest.starts()[hair]; i < 3 * rest.starts()[hair + 1]; i += 3) {
                float x = points[i] - frame[9];
                float y = points[i + 1] - frame[10];
                float z = points[i + 2] - frame[11];
                for (int axis = 0; axis < 3; axis++) {
                    offsets[i + axis] = x * frame[3 * axis] + y * frame[3 * axis + 1] + z * frame[3 * axis + 2];
                }
            }
        }
        return new BoundGrowth(rest, roots, offsets);
    }

    @Override
    public Strands pose(PosedHead head) {
        var mesh = FineMesh.body();
        var frame = new float[12];
        var points = new float[offsets.length];
        for (int hair = 0; hair < roots.length; hair++) {
            frame(mesh, head.fine(), head.normals(), roots[hair], frame);
            for (int i = 3 * rest.starts()[hair]; i < 3 * rest.starts()[hair + 1]; i += 3) {
                for (int k = 0; k < 3; k++) {
                    points[i + k] = frame[9 + k]
                            + offsets[i] * frame[k]
                            + offsets[i + 1] * frame[3 + k]
                            + offsets[i + 2] * frame[6 + k];
                }
            }
        }
        return rest.at(points);
    }

    /** Unit vectors along the triangle's first edge, across it, and out of the skin; then the place. */
    private static void frame(FineMesh mesh, float[] fine, float[] normals, Root root, float[] out) {
        var triangles = mesh.triangles();
        int a = 3 * triangles[3 * root.triangle()];
        int b = 3 * triangles[3 * root.triangle() + 1];
        int c = 3 * triangles[3 * root.triangle() + 2];
        float third = 1 - root.first() - root.second();
        for (int k = 0; k < 3; k++) {
            out[k] = fine[b + k] - fine[a + k];
            out[6 + k] = root.first() * normals[a + k] + root.second() * normals[b + k] + third * normals[c + k];
            out[9 + k] = root.first() * fine[a + k] + root.second() * fine[b + k] + third * fine[c + k];
        }
        unit(out, 6);
        float lean = out[0] * out[6] + out[1] * out[7] + out[2] * out[8];
        for (int k = 0; k < 3; k++) {
            out[k] -= lean * out[6 + k];
        }
        unit(out, 0);
        out[3] = out[7] * out[2] - out[8] * out[1];
        out[4] = out[8] * out[0] - out[6] * out[2];
        out[5] = out[6] * out[1] - out[7] * out[0];
    }

    private static void unit(float[] v, int at) {
        float length = (float) Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
        // two corners of a closed lid may fall on one point
        float scale = length > 1e-9f ? 1 / length : 0;
        for (int k = 0; k < 3; k++) {
            v[at + k] *= scale;
        }
    }
}
