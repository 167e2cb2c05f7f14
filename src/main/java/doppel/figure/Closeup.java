package doppel.figure;

import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.ArrayList;

/**
 * Frames cut to the face that is measured in them, with some room about it.
 *
 * @param toCloseup from pixels of the frame to those of the cut
 * @param side of the cut, which is square
 */
record Closeup(Similarity toCloseup, int side) {

    /** A face with some hair and neck. */
    private static final double ROOM = 1.5;

    /** @param mask of the frames' size: what is measured */
    static Closeup of(Mask mask, int side) {
        var points = new ArrayList<Point>();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(x, y) > 0.5) {
                    points.add(new Point(x, y));
                }
            }
        }
        var box = Box.around(points);
        var cut = ROOM * Math.max(box.width(), box.height());
        var toCorner = Similarity.shifting(
                cut / 2 - box.center().x(), cut / 2 - box.center().y());
        return new Closeup(toCorner.then(Similarity.scaling(side / cut)), side);
    }

    BufferedImage cut(BufferedImage frame) {
        return Warp.picture(frame, toCloseup, side, side, Warp.Outside.EDGE);
    }
}
