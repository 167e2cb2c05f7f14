package doppel.landmark;

import doppel.compute.ModelFiles;
import doppel.compute.VisionNetwork;
import doppel.detect.DetectedFace;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Finds the landmarks of a face that the detector has seen.
 *
 * <ol>
 *   <li>Cut a square half as large again as the detector's box, turned so that the eyes are level.
 *   <li>Ask the network for 468 points, and whether this is a face at all.
 *   <li>Do both again with a tighter square around the points: the second answer no longer depends on how well the
 *       detector's box sat.
 *   <li>Read the 68 points off the 468.
 * </ol>
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Book: chapter 5, the landmarks. Source: Y. Kartynnik et al., "Real-time facial surface geometry from monocular
 * video on mobile GPUs", 2019.
 */
public final class LandmarkFinder implements AutoCloseable {

    /** What the network takes, pixels. */
    private static final int SIDE = 192;

    /** Side of the first square, in longer sides of the detector's box. */
    private static final double FIRST_MARGIN = 1.5;

    /** Side of the second square, in longer sides of the points' box: wider loses detail, tighter the chin. */
    private static final double SECOND_MARGIN = 1.25;

    /** Below this the network says that it sees no face. */
    private static final double LEAST_PRESENCE = 0.5;

    private static final String POINTS = "conv2d_21"; // (1, 1404): x, y, depth of 468 points, in pixels of the crop
    private static final String PRESENCE = "conv2d_31"; // (1, 1), before the sigmoid

    private static final int RIGHT_EYE = 33;
    private static final int LEFT_EYE = 263;

    private final VisionNetwork network;

    private LandmarkFinder(VisionNetwork network) {
        this.network = network;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static LandmarkFinder open(ModelFiles models) {
        return new LandmarkFinder(VisionNetwork.open(models.file("face-mesh")));
    }

    /**
     * @param frame that {@code face} was detected in
     * @return the landmarks in frame pixels, or nothing if there is no face after all
     */
    public Optional<FoundLandmarks> find(BufferedImage frame, DetectedFace face) {
        return look(frame, aroundDetected(face)).flatMap(first -> look(frame, aroundPoints(first.dense())));
    }

    @Override
    public void close() {
        network.close();
    }

    private Optional<FoundLandmarks> look(BufferedImage frame, Similarity toCrop) {
        var crop = Warp.picture(frame, toCrop, SIDE, SIDE, Warp.Outside.BLACK);
        var answer = network.run(crop, 1 / 255.0, 0);
        var presence = 1 / (1 + Math.exp(-answer.get(PRESENCE)[0]));
        if (presence < LEAST_PRESENCE) {
            return Optional.empty();
        }
        var dense = dense(answer.get(POINTS), toCrop.inverse());
        return Optional.of(new FoundLandmarks(IbugTable.read(dense), dense, presence));
    }

    private static DenseLandmarks dense(float[] numbers, Similarity toFrame) {
        var points = new ArrayList<Point>();
        var depths = new double[DenseLandmarks.COUNT];
        for (int i = 0; i < DenseLandmarks.COUNT; i++) {
            points.add(toFrame.apply(new Point(numbers[3 * i], numbers[3 * i + 1])));
            depths[i] = numbers[3 * i + 2] * toFrame.scale();
        }
        return new DenseLandmarks(points, depths);
    }

    private static Similarity aroundDetected(DetectedFace face) {
        var box = face.box();
        var side = Math.max(box.width(), box.height()) * FIRST_MARGIN;
        return square(box.center(), side, level(face.rightEye(), face.leftEye()));
    }

    private static Similarity aroundPoints(DenseLandmarks dense) {
        var level = level(dense.point(RIGHT_EYE), dense.point(LEFT_EYE));
        var box = Box.around(level.apply(dense.points()));
        var side = Math.max(box.width(), box.height()) * SECOND_MARGIN;
        return square(level.inverse().apply(box.center()), side, level);
    }

    /** Turns the frame so that the eyes are level. */
    private static Similarity level(Point rightEye, Point leftEye) {
        var across = leftEye.minus(rightEye);
        return Similarity.turning(-Math.toDegrees(Math.atan2(across.y(), across.x())), 1);
    }

    /** From the frame to a crop that shows the turned square of {@code side} around {@code center}. */
    private static Similarity square(Point center, double side, Similarity level) {
        return Similarity.shifting(-center.x(), -center.y())
                .then(level)
                .then(Similarity.scaling(SIDE / side))
                .then(Similarity.shifting(SIDE / 2.0, SIDE / 2.0));
    }
}
