package doppel.train;

import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What one loss sees, pixel by pixel: how much each adds to the number that training makes smaller.
 *
 * <p>The formulas are those of the training, written in plain loops over one pair of pictures, so that they can be
 * read.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loss.
 *
 * @param kind the loss
 * @param shares of each pixel; their sum is the loss. {@link LossKind#FREQUENCY} knows no pixels: there, of each wave,
 *     the longest in the middle, the shortest waves across at the left and right edge, those down at the upper and
 *     lower one
 */
public record LossMap(LossKind kind, NumberGrid shares) {

    private static final int CHANNELS = 3;

    /** The loss itself. */
    public double value() {
        return shares.sum();
    }

    /**
     * What one loss sees in a pair of pictures.
     *
     * @param weights how much each pixel counts, 0 or more; of the size of the pictures, as all arguments here
     * @throws IllegalArgumentException if the sizes differ
     */
    public static LossMap of(LossKind kind, BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        requireOneSize(drawn, target, weights);
        var shares =
                switch (kind) {
                    case ABSOLUTE -> color(drawn, target, weights, Math::abs);
                    case SQUARED -> color(drawn, target, weights, error -> error * error);
                    case LOG_COSH -> color(drawn, target, weights, error -> Math.log(Math.cosh(error)));
                    case STRUCTURE -> StructureMap.of(drawn, target, weights);
                    case STRUCTURE_SCALES -> StructureMap.ofScales(drawn, target, weights);
                    case GRADIENT -> DetailMap.ofSlopes(drawn, target, weights);
                    case LAPLACIAN -> DetailMap.ofLevels(drawn, target, weights);
                    case FREQUENCY -> WaveMap.of(drawn, target, weights);
                };
        return new LossMap(kind, shares);
    }

    /** What every loss sees in a pair of pictures. */
    public static List<LossMap> all(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return Arrays.stream(LossKind.values())
                .map(kind -> of(kind, drawn, target, weights))
                .toList();
    }

    /** What training with these options would minimize for one pair: each loss times its weight. */
    public static double total(LossOptions options, BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return options.terms().stream()
                .mapToDouble(term ->
                        term.weight() * of(term.kind(), drawn, target, weights).value())
                .sum();
    }

    /** How far off one color of a pixel is, -1 to 1. */
    static double error(BufferedImage drawn, BufferedImage target, int channel, int x, int y) {
        var shift = 16 - 8 * channel; // red, green, blue
        return ((drawn.getRGB(x, y) >> shift & 255) - (target.getRGB(x, y) >> shift & 255)) / 255.0;
    }

    private static NumberGrid color(
            BufferedImage drawn, BufferedImage target, NumberGrid weights, DoubleUnaryOperator howBad) {
        var shares = new Shares(weights.width(), weights.height());
        for (int y = 0; y < weights.height(); y++) {
            for (int x = 0; x < weights.width(); x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    shares.add(x, y, weights.at(x, y) * howBad.applyAsDouble(error(drawn, target, channel, x, y)));
                }
            }
        }
        return shares.dividedBy(CHANNELS * weights.sum());
    }

    private static void requireOneSize(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        if (drawn.getWidth() != weights.width()
                || drawn.getHeight() != weights.height()
                || target.getWidth() != weights.width()
                || target.getHeight() != weights.height()) {
            throw new IllegalArgumentException(
                    "pictures and weights must have one size, got %d x %d, %d x %d and %d x %d: resize them"
                            .formatted(
                                    drawn.getWidth(),
                                    drawn.getHeight(),
                                    target.getWidth(),
                                    target.getHeight(),
                                    weights.width(),
                                    weights.height()));
        }
    }
}
