package doppel.mask;

import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.util.ArrayList;
import java.util.List;

/**
 * The mask that needs nothing but landmarks: everything from the jaw to a little above the brows.
 *
 * <p>The landmarks end at the brows. A swap that ended there too would cut them in half as soon as they rise, so they
 * are lifted, by half of their distance from the eyes.
 *
 * <p>Book: chapter 5, the mask. Source: the idea of faceswap's "extended" mask.
 */
public final class HullMask {

    private static final double LIFT = 0.5;

    private HullMask() {}

    /**
     * @param landmarks in pixels of the crop
     * @param size of the crop
     * @return {@code size x size}: 1 inside the hull, 0 outside, one soft pixel between
     */
    public static Mask of(Landmarks landmarks, int size) {
        var outline = new ArrayList<>(landmarks.points());
        outline.addAll(lifted(landmarks.rightBrow(), landmarks.rightEye()));
        outline.addAll(lifted(landmarks.leftBrow(), landmarks.leftEye()));
        return Outline.hull(outline, size);
    }

    private static List<Point> lifted(List<Point> brow, List<Point> eye) {
        var lift = Point.mean(brow).minus(Point.mean(eye)).times(LIFT);
        return brow.stream().map(point -> point.plus(lift)).toList();
    }
}
