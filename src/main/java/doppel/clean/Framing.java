package doppel.clean;

import doppel.extract.FaceRecord;
import doppel.geometry.Box;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import doppel.mask.HullMask;

/**
 * How much of a face's hull lies inside the frame.
 *
 * <p>The hull can reach beyond the frame and beyond the stored picture, so it is drawn anew, small and whole.
 */
final class Framing {

    private static final int SIDE = 128;

    /** Of {@link #SIDE}; the hull is a little higher than the landmarks, which end at the brows. */
    private static final double LANDMARKS_SHARE = 0.6;

    private Framing() {}

    /** 0 to 1. */
    static double share(Landmarks landmarks, FaceRecord.Origin frame) {
        var box = Box.around(landmarks.points());
        var scale = LANDMARKS_SHARE * SIDE / Math.max(1e-6, Math.max(box.width(), box.height()));
        var center = box.center();
        var move = new Similarity(scale, 0, SIDE / 2.0 - scale * center.x(), SIDE / 2.0 - scale * center.y());
        var hull = HullMask.of(landmarks.through(move), SIDE);
        double inside = 0;
        double all = 0;
        for (int y = 0; y < SIDE; y++) {
            var row = shared(y, move.dy(), move.dy() + scale * frame.height());
            for (int x = 0; x < SIDE; x++) {
                var part = hull.at(x, y);
                inside += part * row * shared(x, move.dx(), move.dx() + scale * frame.width());
                all += part;
            }
        }
        return all == 0 ? 0 : inside / all;
    }

    /** The part of the pixel that lies between two edges of the frame. */
    private static double shared(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }
}
