package doppel.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drawing in 256 colors: half the bytes, and nobody sees the difference.
 *
 * <p>A drawing is paper in large part, a few inks, and hundreds of mixtures of them along its edges. Near mixtures become
 * the most frequent of them, so lines, letters and paper stay what they are.
 */
final class Palette {

    private static final int COLORS = 256;

    /** Photographs have more, unless they are small. */
    private static final int MOST_OF_A_DRAWING = 4096;

    /** Share of the pixels that are paper; a small photograph has no such color. */
    private static final double LEAST_PAPER = 0.3;

    /** Bits of each channel that mixtures must share to be near: at the least, steps of 32. */
    private static final int LEAST_BITS = 3;

    private Palette() {}

    /** The same with a palette; empty if it is no drawing. */
    static Optional<BufferedImage> of(BufferedImage picture) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
            if (counts.size() > MOST_OF_A_DRAWING) {
                return Optional.empty();
            }
        }
        var paper = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        if (paper < LEAST_PAPER * picture.getWidth() * picture.getHeight()) {
            return Optional.empty();
        }
        for (int bits = 8; bits >= LEAST_BITS; bits--) {
            var colors = colors(counts, bits);
            if (colors.size() <= COLORS) {
                return Optional.of(painted(picture, colors, bits));
            }
        }
        return Optional.empty();
    }

    /** Of all colors that share these bits, the most frequent one. */
    private static Map<Integer, Integer> colors(Map<Integer, Integer> counts, int bits) {
        var colors = new HashMap<Integer, Integer>();
        counts.forEach((color, count) -> colors.merge(
                shared(color, bits), color, (one, other) -> counts.get(one) >= counts.get(other) ? one : other));
        return colors;
    }

    private static BufferedImage painted(BufferedImage picture, Map<Integer, Integer> colors, int bits) {
        var palette = new int[colors.size()];
        var places = new HashMap<Integer, Integer>();
        colors.forEach((shared, color) -> {
            palette[places.size()] = color;
            places.put(shared, places.size());
        });
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var painted =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                painted.getRaster().setSample(x, y, 0, places.get(shared(picture.getRGB(x, y), bits)));
            }
        }
        return painted;
    }

    private static int shared(int color, int bits) {
        var mask = 0xFF << 8 - bits & 0xFF;
        return color & (mask << 16 | mask << 8 | mask);
    }
}
