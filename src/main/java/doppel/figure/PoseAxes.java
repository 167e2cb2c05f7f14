package doppel.figure;

import doppel.align.HeadPose;
import doppel.geometry.Point;
import doppel.geometry.Similarity;

/**
 * The three axes of a head as a picture shows them, each at most 1 long.
 *
 * @param across from the head's middle to its left ear, which is on the right of the picture
 * @param down from its middle to the chin
 * @param out from its middle through the nose; a dot when the head looks into the camera
 */
record PoseAxes(Point across, Point down, Point out) {

    /** Undoes what {@link HeadPose} measures: the axes whose angles are these. */
    static PoseAxes of(HeadPose pose) {
        var yaw = Math.tan(Math.toRadians(pose.yaw()));
        var roll = Math.tan(Math.toRadians(pose.roll()));
        var length = Math.sqrt(1 + yaw * yaw + roll * roll);
        double[] across = {1 / length, -roll / length, yaw / length};
        var level = Math.hypot(across[0], across[2]);
        // the nose points down by the pitch, and stands upright on the line from ear to ear
        var sink = Math.sin(Math.toRadians(pose.pitch()));
        var along = -across[1] * sink / level;
        var ahead = Math.sqrt(Math.max(0, 1 - sink * sink - along * along));
        double[] out = {
            (along * across[0] + ahead * across[2]) / level, sink, (along * across[2] - ahead * across[0]) / level
        };
        var down = new Point(across[1] * out[2] - across[2] * out[1], across[2] * out[0] - across[0] * out[2]);
        return new PoseAxes(new Point(across[0], across[1]), down, new Point(out[0], out[1]));
    }

    /** The axes in a picture that was turned. */
    PoseAxes turned(double degrees) {
        var turn = Similarity.turning(degrees, 1);
        return new PoseAxes(turn.apply(across), turn.apply(down), turn.apply(out));
    }
}
