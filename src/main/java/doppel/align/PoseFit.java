package doppel.align;

import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Which way a head points, read off 68 landmarks.
 *
 * <ol>
 *   <li>Give the brows, the nose and the eyes of the mean face a depth. The mouth is left out, since it moves by
 *     itself.
 *   <li>Find the 2 x 3 matrix that carries these points nearest to the landmarks.
 *   <li>Take the nearest two rows of a rotation; the third follows.
 *   <li>Read the angles off it.
 * </ol>
 *
 * <p>Source: the depths are means of the face mesh over 40 frames of the rendered actors that look ahead, stretched so
 * that yaws up to 45 degrees come out right.
 */
final class PoseFit {

    /** Brows, nose and eyes, in face units, growing away from the camera; their mean is 0. */
    private static final double[] DEPTHS = {
        // right brow, left brow
        .16,
        .07,
        -.03,
        -.07,
        -.06,
        -.06,
        -.07,
        -.03,
        .07,
        .16,
        // nose: bridge to tip, then along the nostrils
        -.07,
        -.14,
        -.24,
        -.29,
        -.08,
        -.08,
        -.10,
        -.08,
        -.08,
        // right eye, left eye
        .15,
        .07,
        .05,
        .09,
        .07,
        .09,
        .09,
        .05,
        .07,
        .15,
        .09,
        .07
    };

    /** (3, 31): what gives the matrix when the landmarks' (2, 31) are multiplied by its transpose. */
    private static final RealMatrix SOLVER = solver();

    private PoseFit() {}

    static HeadPose of(Landmarks landmarks) {
        var points = landmarks.inner().subList(0, DEPTHS.length);
        var mean = Point.mean(points);
        var seen = new Array2DRowRealMatrix(DEPTHS.length, 2);
        for (int i = 0; i < DEPTHS.length; i++) {
            seen.setEntry(i, 0, points.get(i).x() - mean.x());
            seen.setEntry(i, 1, points.get(i).y() - mean.y());
        }
        var fit = new SingularValueDecomposition(SOLVER.multiply(seen).transpose());
        var rows = fit.getU().multiply(fit.getVT());
        var x = rows.getRow(0);
        var y = rows.getRow(1);
        // how far the head's own x axis points away from the camera
        var away = x[1] * y[2] - x[2] * y[1];
        return new HeadPose(
                Math.toDegrees(Math.atan2(away, x[0])),
                Math.toDegrees(Math.asin(-y[2])),
                -Math.toDegrees(Math.atan2(y[0], x[0])));
    }

    private static RealMatrix solver() {
        var points = MeanFace.inner().subList(0, DEPTHS.length);
        var mean = Point.mean(points);
        var head = new Array2DRowRealMatrix(DEPTHS.length, 3);
        for (int i = 0; i < DEPTHS.length; i++) {
            head.setRow(
                    i, new double[] {points.get(i).x() - mean.x(), points.get(i).y() - mean.y(), DEPTHS[i]});
        }
        return new SingularValueDecomposition(head).getSolver().getInverse();
    }
}
