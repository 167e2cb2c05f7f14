package doppel.clean;

import doppel.geometry.Point;
import doppel.identity.Identity;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The plane in which the most different identities of a folder lie farthest apart: their two main directions.
 *
 * <p>Directions of all faces would be those in which the person they show most varies; one stranger would not count.
 */
final class IdentityPlane {

    /** So many say where the others are, and more take long. */
    private static final int MOST = 100;

    private static final int DIRECTIONS = 2;

    private IdentityPlane() {}

    /** One point an identity, in the same order; the middle of the most different ones is at 0. */
    static List<Point> points(List<Identity> identities) {
        if (identities.isEmpty()) {
            return List.of();
        }
        var vectors = identities.stream().map(Identity::values).toList();
        var different = FarthestFirst.of(new VectorDistance(vectors), MOST, Double.MIN_VALUE).taken().stream()
                .map(vectors::get)
                .toList();
        try (var scope = new PointerScope()) {
            var mean = new Mat();
            var directions = new Mat();
            opencv_core.PCACompute(rows(different), mean, directions, DIRECTIONS);
            var projected = new Mat();
            opencv_core.PCAProject(rows(vectors), mean, directions, projected);
            return points(projected);
        }
    }

    /** One row a vector; the caller's scope owns it. */
    private static Mat rows(List<float[]> vectors) {
        var rows = new Mat(vectors.size(), Identity.LENGTH, opencv_core.CV_32F);
        var buffer = rows.<FloatBuffer>createBuffer();
        vectors.forEach(buffer::put);
        return rows;
    }

    private static List<Point> points(Mat projected) {
        var buffer = projected.<FloatBuffer>createBuffer();
        var columns = projected.cols();
        return IntStream.range(0, projected.rows())
                .mapToObj(row ->
                        new Point(buffer.get(row * columns), columns < DIRECTIONS ? 0 : buffer.get(row * columns + 1)))
                .toList();
    }
}
