package doppel.landmark;

import doppel.geometry.Point;
import java.util.List;

/**
 * 468 points that cover the face like a net, each with a depth.
 *
 * <p>The book needs 68 points; the net also knows where the cheeks and the forehead end, which the mask uses, and how
 * far each point is from the camera, which the pose uses.
 *
 * <p>Book: beyond the book. Source: Y. Kartynnik et al., "Real-time facial surface geometry from monocular video on
 * mobile GPUs", 2019; MediaPipe's face mesh.
 */
public final class DenseLandmarks {

    public static final int COUNT = 468;

    private final List<Point> points;
    private final double[] depths;

    /**
     * @param points 468, in frame pixels
     * @param depths 468, in frame pixels, growing away from the camera; 0 near the middle of the head
     * @throws IllegalArgumentException if there are not 468 of each
     */
    public DenseLandmarks(List<Point> points, double[] depths) {
        if (points.size() != COUNT || depths.length != COUNT) {
            throw new IllegalArgumentException(
                    "dense landmarks are 468 points and depths, got %d and %d".formatted(points.size(), depths.length));
        }
        this.points = List.copyOf(points);
        this.depths = depths.clone();
    }

    public List<Point> points() {
        return points;
    }

    public Point point(int index) {
        return points.get(index);
    }

    /** In frame pixels, growing away from the camera. */
    public double depth(int index) {
        return depths[index];
    }
}
