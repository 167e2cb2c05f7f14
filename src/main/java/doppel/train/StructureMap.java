package doppel.train;

import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;

/** SSIM and MS-SSIM of one pair, window by window in plain loops; see {@link StructureLoss}. */
final class StructureMap {

    private static final int REACH = Windows.WIDTH / 2;
    private static final double SIGMA = 1.5;
    private static final double DARK = 0.01 * 0.01;
    private static final double FLAT = 0.03 * 0.03;

    private StructureMap() {}

    /** How alike two windows are: whether they are equally light, and whether they get lighter and darker together. */
    private record Likeness(double light, double pattern) {}

    /** How much the window of 11 x 11 pixels around each pixel adds to half of 1 - SSIM. */
    static NumberGrid of(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var a = masked(drawn, weights);
        var b = masked(target, weights);
        var shares = new Shares(weights.width(), weights.height());
        double all = 0;
        for (int y = REACH; y < weights.height() - REACH; y++) {
            for (int x = REACH; x < weights.width() - REACH; x++) {
                var likeness = compare(a, b, x, y);
                shares.add(x, y, weights.at(x, y) * (1 - likeness.light * likeness.pattern) / 2);
                all += weights.at(x, y);
            }
        }
        return shares.dividedBy(all);
    }

    /**
     * How much each pixel adds to 1 - MS-SSIM. A product has no shares; its logarithm is a sum, so each scale gets what
     * its logarithm is of the whole one, and each of its windows what it lacks to 1.
     */
    static NumberGrid ofScales(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var a = masked(drawn, weights);
        var b = masked(target, weights);
        var counted = weights;
        var factors = StructureScalesLoss.factors(weights.width());
        var shares = new Shares(weights.width(), weights.height());
        double logarithm = 0;
        for (int scale = 0; scale < factors.length; scale++) {
            var last = scale == factors.length - 1;
            var lacking = lacking(a, b, counted, last);
            var lack = lacking.sum();
            var mean = Math.max(1 - lack, (1 - lack) * StructureScalesLoss.SLOPE + StructureScalesLoss.FLOOR);
            var ofScale = -factors[scale] * Math.log(mean);
            logarithm += ofScale;
            for (int i = 0; i < a.width() * a.height() && lack > 0; i++) {
                var x = i % a.width();
                var y = i / a.width();
                shares.spread(x, y, 1 << scale, lacking.at(x, y) / lack * ofScale);
            }
            if (!last) {
                a = halved(a);
                b = halved(b);
                counted = halved(counted);
            }
        }
        var loss = 1 - Math.exp(-logarithm);
        return shares.dividedBy(loss > 0 ? logarithm / loss : 1);
    }

    /** What each window lacks to being alike, so that the sum is what their mean lacks to 1. */
    private static NumberGrid lacking(NumberGrid a, NumberGrid b, NumberGrid counted, boolean withLight) {
        var shares = new Shares(a.width(), a.height());
        double all = 0;
        for (int y = REACH; y < a.height() - REACH; y++) {
            for (int x = REACH; x < a.width() - REACH; x++) {
                var likeness = compare(a, b, x, y);
                var alike = withLight ? likeness.light * likeness.pattern : likeness.pattern;
                shares.add(x, y, counted.at(x, y) * (1 - alike));
                all += counted.at(x, y);
            }
        }
        return shares.dividedBy(all);
    }

    private static Likeness compare(NumberGrid a, NumberGrid b, int x, int y) {
        double all = 0;
        double meanA = 0;
        double meanB = 0;
        double squares = 0;
        double product = 0;
        for (int down = -REACH; down <= REACH; down++) {
            for (int across = -REACH; across <= REACH; across++) {
                var near = Math.exp(-(down * down + across * across) / (2 * SIGMA * SIGMA));
                double p = a.at(x + across, y + down);
                double q = b.at(x + across, y + down);
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
        return new Likeness(
                (2 * meanA * meanB + DARK) / (squaredMeans + DARK), (2 * covariance + FLAT) / (variances + FLAT));
    }

    /** What lies outside of the mask is black in both pictures. */
    private static NumberGrid masked(BufferedImage picture, NumberGrid weights) {
        var numbers = NumberGrid.lightness(picture).numbers();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= Math.min(1, weights.at(i % weights.width(), i / weights.width()));
        }
        return new NumberGrid(weights.width(), weights.height(), numbers);
    }

    private static NumberGrid halved(NumberGrid grid) {
        var width = grid.width() / 2;
        var height = grid.height() / 2;
        var numbers = new float[width * height];
        for (int i = 0; i < numbers.length; i++) {
            var x = 2 * (i % width);
            var y = 2 * (i / width);
            numbers[i] = (grid.at(x, y) + grid.at(x + 1, y) + grid.at(x, y + 1) + grid.at(x + 1, y + 1)) / 4;
        }
        return new NumberGrid(width, height, numbers);
    }
}
