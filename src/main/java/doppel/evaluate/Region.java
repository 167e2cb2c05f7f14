package doppel.evaluate;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

/** The pixels that a score is taken over: those whose mask is above one half. */
final class Region {

    private Region() {}

    /**
     * @return for each pixel, row after row, whether it belongs
     * @throws IllegalArgumentException if a size differs from the others, or no pixel belongs
     */
    static boolean[] of(BufferedImage picture, BufferedImage truth, Mask mask) {
        requireOneSize(picture, truth, mask);
        var bytes = mask.bytes();
        var region = new boolean[bytes.length];
        var count = 0;
        for (int i = 0; i < bytes.length; i++) {
            region[i] = (bytes[i] & 255) > 127;
            count += region[i] ? 1 : 0;
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "the mask is empty: nothing can be measured in it, give the face's mask");
        }
        return region;
    }

    static void requireOneSize(BufferedImage picture, BufferedImage truth, Mask mask) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        if (truth.getWidth() != width
                || truth.getHeight() != height
                || mask.width() != width
                || mask.height() != height) {
            var sizes = "%d x %d, %d x %d and %d x %d"
                    .formatted(width, height, truth.getWidth(), truth.getHeight(), mask.width(), mask.height());
            throw new IllegalArgumentException(
                    "picture, truth and mask must have one size, got " + sizes + ": bring them to one size");
        }
    }
}
