package doppel.actor;

import doppel.render.Strands;

/**
 * Hair of the head: it turns with the skull.
 *
 * @param rest strands on the neutral shape
 */
record RigidGrowth(Strands rest) implements Growth {

    @Override
    public Strands pose(PosedHead head) {
        var m = head.head();
        var from = rest.points();
        var points = new float[from.length];
        for (int i = 0; i < from.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                points[i + row] = (float) (m[4 * row] * from[i]
                        + m[4 * row + 1] * from[i + 1]
                        + m[4 * row + 2] * from[i + 2]
                        + m[4 * row + 3]);
            }
        }
        return rest.at(points);
    }
}
