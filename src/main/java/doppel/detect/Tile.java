package doppel.detect;

import doppel.geometry.Box;
import doppel.geometry.Point;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A square part of a frame, looked at on its own so that small faces become large enough to see.
 *
 * @param x left edge in the frame
 * @param y upper edge in the frame
 * @param side pixels
 * @param frameWidth pixels
 * @param frameHeight pixels
 */
record Tile(int x, int y, int side, int frameWidth, int frameHeight) {

    /** Side of a tile, as a share of the frame's longer side. */
    private static final double SHARE = 0.55;

    /** Neighbors lie this share of a side apart, so that a face cut by one tile is whole in the next. */
    private static final double STRIDE = 0.6;

    /** A box this close to a tile's inner edge may be half a face, pixels. */
    private static final int EDGE = 2;

    static List<Tile> covering(int width, int height) {
        var side = (int) Math.max(1, Math.min(SHARE * Math.max(width, height), Math.min(width, height)));
        var tiles = new ArrayList<Tile>();
        for (var y : starts(height, side)) {
            for (var x : starts(width, side)) {
                tiles.add(new Tile(x, y, side, width, height));
            }
        }
        return tiles;
    }

    BufferedImage cut(BufferedImage frame) {
        return frame.getSubimage(x, y, side, side);
    }

    DetectedFace inFrame(DetectedFace face) {
        var box = face.box();
        return new DetectedFace(
                new Box(box.x() + x, box.y() + y, box.width(), box.height()),
                face.score(),
                face.points().stream().map(point -> point.plus(new Point(x, y))).toList());
    }

    /** Whether {@code face}, in frame pixels, stays clear of the edges that this tile shares with others. */
    boolean holdsWhole(DetectedFace face) {
        var box = face.box();
        return (x == 0 || box.x() >= x + EDGE)
                && (y == 0 || box.y() >= y + EDGE)
                && (x + side == frameWidth || box.right() <= x + side - EDGE)
                && (y + side == frameHeight || box.bottom() <= y + side - EDGE);
    }

    private static List<Integer> starts(int length, int side) {
        var count = (int) Math.ceil((length - side) / (STRIDE * side)) + 1;
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            starts.add(count == 1 ? 0 : i * (length - side) / (count - 1));
        }
        return starts;
    }
}
