package doppel.detect;

import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.image.Warp;
import java.awt.image.BufferedImage;

/**
 * A picture shrunk to fit the detector's square, in its middle, and the way back.
 *
 * <p>Stretching the picture to a square instead would show the network faces that are too wide or too narrow.
 *
 * @param picture {@link #SIDE} square
 * @param scaleX pixels of the original to one of {@code picture}
 * @param scaleY the same downwards: equal but for the rounding to whole pixels
 * @param left black columns before the picture
 * @param top black rows above it
 */
record Letterbox(BufferedImage picture, double scaleX, double scaleY, int left, int top) {

    /** What the network takes, pixels. */
    static final int SIDE = 192;

    /**
     * @param share of the square's side that the picture's longer side takes, above 0 to 1
     */
    static Letterbox of(BufferedImage picture, double share) {
        var scale = share * SIDE / (double) Math.max(picture.getWidth(), picture.getHeight());
        var width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        var height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var left = (SIDE - width) / 2;
        var top = (SIDE - height) / 2;
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        Warp.resize(picture, width, height)
                .copyData(square.getRaster().createWritableChild(left, top, width, height, 0, 0, null));
        return new Letterbox(
                square, picture.getWidth() / (double) width, picture.getHeight() / (double) height, left, top);
    }

    /** A face of {@code picture} in pixels of the original. */
    DetectedFace inFrame(DetectedFace face) {
        var box = face.box();
        var corner = inFrame(new Point(box.x(), box.y()));
        return new DetectedFace(
                new Box(corner.x(), corner.y(), box.width() * scaleX, box.height() * scaleY),
                face.score(),
                face.points().stream().map(this::inFrame).toList());
    }

    private Point inFrame(Point point) {
        return new Point((point.x() - left) * scaleX, (point.y() - top) * scaleY);
    }
}
