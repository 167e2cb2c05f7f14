package doppel.align;

import doppel.landmark.DenseLandmarks;
import doppel.landmark.Landmarks;

/**
 * Which way a head points, in degrees; 0, 0, 0 looks into the camera.
 *
 * <p>A network paints only poses that it has seen, so chapter 3 asks for variety of pose and every face keeps its own.
 * On rendered heads, whose pose is exact, the standard deviation of the error is about 2 degrees of yaw, 2.5 of pitch
 * and 1 of roll, up to 45 degrees of yaw. What counts as upright depends on the face: one of the two actors reads 6
 * degrees too far down throughout.
 *
 * <p>Book: chapter 3, pose.
 *
 * @param yaw positive when the face turns to the right edge of the picture, which is the person's own left
 * @param pitch positive when the face looks down
 * @param roll positive when the head tilts counterclockwise in the picture: its top to the left edge
 */
public record HeadPose(double yaw, double pitch, double roll) {

    /** The face mesh exaggerates depth; this share of it fits rendered heads of known pose. */
    private static final double DEPTH_SHARE = 0.85;

    /** Pairs of points that face each other across the head, right and left. */
    private static final int[] RIGHT = {234, 127, 33, 93, 132, 162};

    private static final int[] LEFT = {454, 356, 263, 323, 361, 389};

    /** Between the brows, and below the nose: upright on a head that looks straight ahead, and no mouth moves them. */
    private static final int UPPER = 9;

    private static final int LOWER = 164;

    /**
     * The pose of the net of points: one axis from cheek to cheek, one down the middle of the face.
     *
     * @param dense landmarks in frame pixels
     */
    public static HeadPose of(DenseLandmarks dense) {
        var across = unit(minus(middle(dense, LEFT), middle(dense, RIGHT)));
        var down = minus(middle(dense, LOWER), middle(dense, UPPER));
        var upright = unit(minus(down, times(across, dot(down, across))));
        var away = cross(across, upright);
        return new HeadPose(
                Math.toDegrees(Math.atan2(across[2], across[0])),
                Math.toDegrees(Math.asin(-away[1])),
                -Math.toDegrees(Math.atan2(across[1], across[0])));
    }

    /**
     * The pose of 68 landmarks, where nothing else is known of a face: the turn of the mean face, with a depth, that lies
     * nearest to them. On rendered heads about as good as the net's, with a standard deviation of 1.5 degrees of yaw, 4
     * of pitch and 1 of roll.
     *
     * @param landmarks in frame pixels
     */
    public static HeadPose of(Landmarks landmarks) {
        return PoseFit.of(landmarks);
    }

    /** Mean of some points: x to the right, y downwards, z away from the camera. */
    private static double[] middle(DenseLandmarks dense, int... indices) {
        var sum = new double[3];
        for (var index : indices) {
            sum[0] += dense.point(index).x() / indices.length;
            sum[1] += dense.point(index).y() / indices.length;
            sum[2] += dense.depth(index) * DEPTH_SHARE / indices.length;
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] times(double[] a, double factor) {
        return new double[] {a[0] * factor, a[1] * factor, a[2] * factor};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        return times(a, 1 / Math.sqrt(dot(a, a)));
    }
}
