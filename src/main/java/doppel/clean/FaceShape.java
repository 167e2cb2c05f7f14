package doppel.clean;

import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.landmark.Landmarks;
import java.util.List;

/**
 * What the landmarks say about a face: how well it fits the mean face, and what it does.
 *
 * <p>Book: chapter 3, expression; chapter 4, sorting by misalignment.
 *
 * @param misalignment mean distance of the 51 inner landmarks from the mean face, in face units. A good frontal face has
 *     about 0.03 to 0.05; a turned head or a wide open mouth has more, and landmarks gone astray most of all
 * @param mouth opening between the lips, as a share of the mouth's inner width: 0 when they touch
 * @param eyes opening between the lids, as a share of the eye's width, mean of both: about 0.3 open, below 0.15 shut
 */
public record FaceShape(double misalignment, double mouth, double eyes) {

    /**
     * @param landmarks in face units
     */
    static FaceShape of(Landmarks landmarks) {
        var inner = landmarks.inner();
        double sum = 0;
        for (int i = 0; i < inner.size(); i++) {
            sum += inner.get(i).distanceTo(MeanFace.inner().get(i));
        }
        return new FaceShape(
                sum / inner.size(),
                mouth(landmarks.innerMouth()),
                (eye(landmarks.rightEye()) + eye(landmarks.leftEye())) / 2);
    }

    /** Six points around the eye: the corners are 0 and 3, the lids 1 over 5 and 2 over 4. */
    private static double eye(List<Point> eye) {
        var height = eye.get(1).distanceTo(eye.get(5)) + eye.get(2).distanceTo(eye.get(4));
        return height / 2 / Math.max(1e-9, eye.get(0).distanceTo(eye.get(3)));
    }

    /** Eight points around the lips' inner edge: the corners are 0 and 4, the lips 1 over 7, 2 over 6, 3 over 5. */
    private static double mouth(List<Point> lips) {
        double height = 0;
        for (int i = 1; i < 4; i++) {
            height += lips.get(i).distanceTo(lips.get(8 - i));
        }
        return height / 3 / Math.max(1e-9, lips.get(0).distanceTo(lips.get(4)));
    }
}
