package doppel.figure;

import doppel.extract.FoundFace;
import doppel.geometry.Box;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.awt.image.BufferedImage;

/** The edge of a face at its right jaw, four times enlarged: where a seam shows first. */
final class EdgeZoom {

    private static final double TIMES = 4;

    /** The landmark of the jaw that lies in the middle, below the cheek bone. */
    private static final int JAW = 4;

    private EdgeZoom() {}

    /**
     * @param swapped a frame with a made face
     * @param side of the square picture
     */
    static BufferedImage of(BufferedImage swapped, FoundFace face, int side) {
        var box = box(face, side);
        var move = Similarity.shifting(-box.x(), -box.y()).then(Similarity.scaling(TIMES));
        return Made.swap(Warp.picture(swapped, move, side, side, Warp.Outside.EDGE), side);
    }

    /** What of the frame it shows. */
    static Box box(FoundFace face, int side) {
        var middle = face.landmarks().jaw().get(JAW);
        var half = side / TIMES / 2;
        return new Box(middle.x() - half, middle.y() - half, 2 * half, 2 * half);
    }
}
