package doppel.train;

import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What one loss sees, pixel by pixel: how much each adds to the number that training makes smaller.
 *
 * <p>The formulas are those of the training, written in plain loops over one pair of pictures, so that they can be read.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loss.
 *
 * @param loss absolute, squared or structure
 * @param shares of each pixel; their sum is the loss
 */
public record LossMap(String loss, NumberGrid shares) {

    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double DARK = 0.01 * 0.01;
    private static final double FLAT = 0.03 * 0.03;

    /** The loss itself. */
    public double value() {
        return shares.sum();
    }

    /**
     * All three.
     *
     * @param weights how much each pixel counts, 0 or more; of the size of the pictures, as all arguments here
     */
    public static List<LossMap> all(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return List.of(
                absolute(drawn, target, weights), squared(drawn, target, weights), structure(drawn, target, weights));
    }

    /** What training with these options would minimize for one pair: each loss times its weight. */
    public static double total(LearnOptions options, BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return options.absolute() * absolute(drawn, target, weights).value()
                + options.squared() * squared(drawn, target, weights).value()
                + options.structure() * structure(drawn, target, weights).value();
    }

    /** How far off each color is. */
    public static LossMap absolute(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return color("absolute", drawn, target, weights, Math::abs);
    }

    /** The square of it. */
    public static LossMap squared(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        return color("squared", drawn, target, weights, difference -> difference * difference);
    }

    /** How differently light and dark are arranged in the window of 11 x 11 pixels around each pixel. */
    public static LossMap structure(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        requireOneSize(drawn, target, weights);
        var a = masked(drawn, weights);
        var b = masked(target, weights);
        var shares = new float[weights.width() * weights.height()];
        double all = 0;
        for (int y = WINDOW / 2; y < weights.height() - WINDOW / 2; y++) {
            for (int x = WINDOW / 2; x < weights.width() - WINDOW / 2; x++) {
                var weight = Math.min(1, weights.at(x, y));
                shares[y * weights.width() + x] = (float) (weight * (1 - similarity(a, b, x, y)) / 2);
                all += weight;
            }
        }
        return of("structure", shares, all, weights);
    }

    /** SSIM: 1 if two windows have one mean, one contrast, and get lighter and darker together. */
    private static double similarity(NumberGrid a, NumberGrid b, int x, int y) {
        double all = 0;
        double meanA = 0;
        double meanB = 0;
        double squares = 0;
        double product = 0;
        for (int down = -WINDOW / 2; down <= WINDOW / 2; down++) {
            for (int across = -WINDOW / 2; across <= WINDOW / 2; across++) {
                var near = Math.exp(-(down * down + across * across) / (2 * SIGMA * SIGMA));
                var p = a.at(x + across, y + down);
                var q = b.at(x + across, y + down);
                all += near;
                meanA += near * p;
                meanB += near * q;
                squares += near * (p * p + q * q);
                product += near * p * q;
            }
        }
        meanA /= all;
        meanB /= all;
        var squaredMeans = meanA * meanA + meanB * meanB;
        var variances = squares / all - squaredMeans;
        var covariance = product / all - meanA * meanB;
        return (2 * meanA * meanB + DARK) * (2 * covariance + FLAT) / ((squaredMeans + DARK) * (variances + FLAT));
    }

    private static LossMap color(
            String loss, BufferedImage drawn, BufferedImage target, NumberGrid weights, DoubleUnaryOperator error) {
        requireOneSize(drawn, target, weights);
        var shares = new float[weights.width() * weights.height()];
        for (int i = 0; i < shares.length; i++) {
            var x = i % weights.width();
            var y = i / weights.width();
            double sum = 0;
            for (int shift = 0; shift <= 16; shift += 8) { // blue, green, red
                var p = drawn.getRGB(x, y) >> shift & 255;
                var q = target.getRGB(x, y) >> shift & 255;
                sum += error.applyAsDouble((p - q) / 255.0);
            }
            shares[i] = (float) (weights.at(x, y) * sum / 3);
        }
        return of(loss, shares, weights.sum(), weights);
    }

    private static LossMap of(String loss, float[] errors, double all, NumberGrid size) {
        for (int i = 0; i < errors.length; i++) {
            errors[i] /= (float) all;
        }
        return new LossMap(loss, new NumberGrid(size.width(), size.height(), errors));
    }

    /** What lies outside of the mask is black in both pictures. */
    private static NumberGrid masked(BufferedImage picture, NumberGrid weights) {
        var numbers = NumberGrid.lightness(picture).numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= Math.min(1, weights.at(i % weights.width(), i / weights.width()));
        }
        return new NumberGrid(weights.width(), weights.height(), numbers);
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
