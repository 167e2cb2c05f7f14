package doppel.actor;

import doppel.render.Strands;

/**
 * Lashes: each stands on the rim of a lid and turns with it around the eye, so that lashes point down when lids close.
 *
 * @param rest strands on the neutral shape
 * @param roots where each lash stands
 * @param offsets of each point from its root: to the actor's left, up, and away from the middle of the eye
 */
record LashGrowth(Strands rest, Root[] roots, float[] offsets) implements Growth {

    private static final double[] UPRIGHT = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};

    private static final double PIVOT = .55;

    /** Binds lashes that were drawn on the neutral skin. */
    static LashGrowth bind(NeutralSkin skin, Person person, Strands rest, Root[] roots) {
        var frame = new double[12];
        var points = rest.points();
        var offsets = new float[points.length];
        for (int lash = 0; lash < roots.length; lash++) {
            frame(skin, roots[lash], skin.fine(), UPRIGHT, person.leftEye(), person.rightEye(), frame);
            for (int i = 3 * rest.starts()[lash]; i < 3 * rest.starts()[lash + 1]; i += 3) {
                for (int axis = 0; axis < 3; axis++) {
                    offsets[i + axis] = (float) ((points[i] - frame[9]) * frame[3 * axis]
                            + (points[i + 1] - frame[10]) * frame[3 * axis + 1]
                            + (points[i + 2] - frame[11]) * frame[3 * axis + 2]);
                }
            }
        }
        return new LashGrowth(rest, roots, offsets);
    }

    @Override
    public Strands pose(PosedHead head) {
        var skin = new NeutralSkin(FineMesh.body(), head.fine(), head.normals());
        var frame = new double[12];
        var points = new float[offsets.length];
        for (int lash = 0; lash < roots.length; lash++) {
            frame(skin, roots[lash], head.fine(), head.head(), head.leftEye(), head.rightEye(), frame);
            for (int i = 3 * rest.starts()[lash]; i < 3 * rest.starts()[lash + 1]; i += 3) {
                for (int k = 0; k < 3; k++) {
                    points[i + k] = (float) (frame[9 + k]
                            + offsets[i] * frame[k]
                            + offsets[i + 1] * frame[3 + k]
                            + offsets[i + 2] * frame[6 + k]);
                }
            }
        }
        return rest.at(points);
    }

    /** Unit vectors left, up and away from the eye; then the root's place. */
    private static void frame(
            NeutralSkin skin, Root root, float[] fine, double[] head, Eyeball left, Eyeball right, double[] out) {
        var place = new float[3];
        skin.blend(skin.mesh().rest(), 3, root, place);
        var eye = place[0] > 0 ? left : right;
        skin.blend(fine, 3, root, place);
        for (int k = 0; k < 3; k++) {
            out[9 + k] = place[k];
            // lids turn around a point before the middle of the ball: their rims are flatter than the ball
            out[6 + k] = place[k] - eye.center()[k] - PIVOT * eye.radius() * head[4 * k + 2];
            out[k] = head[4 * k];
        }
        unit(out, 6);
        double lean = out[0] * out[6] + out[1] * out[7] + out[2] * out[8];
        for (int k = 0; k < 3; k++) {
            out[k] -= lean * out[6 + k];
        }
        unit(out, 0);
        out[3] = out[7] * out[2] - out[8] * out[1];
        out[4] = out[8] * out[0] - out[6] * out[2];
        out[5] = out[6] * out[1] - out[7] * out[0];
    }

    private static void unit(double[] v, int at) {
        double scale = 1 / Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
        for (int k = 0; k < 3; k++) {
            v[at + k] *= scale;
        }
    }
}
