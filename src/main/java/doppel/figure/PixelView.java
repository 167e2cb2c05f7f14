package doppel.figure;

import java.awt.image.BufferedImage;

/** A small picture with each of its pixels as a square, so that they can be counted. */
final class PixelView {

    private PixelView() {}

    /**
     * @param side of the result, pixels
     */
    static BufferedImage of(BufferedImage picture, int side) {
        var large = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        var pen = large.createGraphics();
        pen.drawImage(picture, 0, 0, side, side, null);
        pen.dispose();
        return large;
    }
}
