package doppel.train;

import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;

/** The losses of slopes and of the Laplacian pyramid for one pair, in plain loops. */
final class DetailMap {

    private static final int CHANNELS = 3;

    private DetailMap() {}

    /** How much each pixel adds to {@link GradientLoss}: of each slope, half to either neighbor. */
    static NumberGrid ofSlopes(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var shares = new Shares(weights.width(), weights.height());
        double all = 0;
        for (int y = 0; y < weights.height(); y++) {
            for (int x = 0; x < weights.width(); x++) {
                if (x + 1 < weights.width()) {
                    all += addSlope(shares, drawn, target, weights, x, y, x + 1, y);
                }
                if (y + 1 < weights.height()) {
                    all += addSlope(shares, drawn, target, weights, x, y, x, y + 1);
                }
            }
        }
        return shares.dividedBy(CHANNELS * all);
    }

    /** Returns how much the two neighbors count. */
    private static double addSlope(
            Shares shares,
            BufferedImage drawn,
            BufferedImage target,
            NumberGrid weights,
            int x,
            int y,
            int nextX,
            int nextY) {
        var counted = Math.min(weights.at(x, y), weights.at(nextX, nextY));
        for (int channel = 0; channel < CHANNELS; channel++) {
            var error =
                    LossMap.error(drawn, target, channel, nextX, nextY) - LossMap.error(drawn, target, channel, x, y);
            shares.add(x, y, counted * Math.abs(error) / 2);
            shares.add(nextX, nextY, counted * Math.abs(error) / 2);
        }
        return counted;
    }

    /** How much each pixel adds to {@link LaplacianLoss}: a pixel of a smaller picture stands for a square. */
    static NumberGrid ofLevels(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var shares = new Shares(weights.width(), weights.height());
        for (int channel = 0; channel < CHANNELS; channel++) {
            var rest = difference(drawn, target, weights, channel);
            var counted = weights;
            for (int level = 0; level < LaplacianLoss.LEVELS; level++) {
                var smaller = resized(rest, (rest.width() + 1) / 2, 2, 1);
                var last = level == LaplacianLoss.LEVELS - 1;
                var blurred =
                        last ? NumberGrid.filled(rest.width(), rest.height(), 0) : resized(smaller, rest.width(), 1, 2);
                var all = counted.sum();
                for (int i = 0; i < rest.width() * rest.height(); i++) {
                    var x = i % rest.width();
                    var y = i / rest.width();
                    var detail = Math.abs(rest.at(x, y) - blurred.at(x, y));
                    shares.spread(x, y, 1 << level, counted.at(x, y) * detail / all);
                }
                rest = smaller;
                counted = resized(counted, smaller.width(), 2, 1);
            }
        }
        return shares.dividedBy(CHANNELS);
    }

    private static NumberGrid difference(BufferedImage drawn, BufferedImage target, NumberGrid weights, int channel) {
        var numbers = new float[weights.width() * weights.height()];
        for (int i = 0; i < numbers.length; i++) {
            var x = i % weights.width();
            var y = i / weights.width();
            numbers[i] = (float) (Math.min(1, weights.at(x, y)) * LossMap.error(drawn, target, channel, x, y));
        }
        return new NumberGrid(weights.width(), weights.height(), numbers);
    }

    /** A square grid with {@code side} numbers a row, blurred on the way: rows first, then columns. */
    private static NumberGrid resized(NumberGrid grid, int side, int step, int fromStep) {
        var blur = LaplacianLoss.blur(side, grid.width(), step, fromStep);
        var rows = new double[grid.height()][side];
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < side; x++) {
                for (int from = 0; from < grid.width(); from++) {
                    rows[y][x] += blur[x][from] * grid.at(from, y);
                }
            }
        }
        var numbers = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double sum = 0;
                for (int from = 0; from < grid.height(); from++) {
                    sum += blur[y][from] * rows[from][x];
                }
                numbers[y * side + x] = (float) sum;
            }
        }
        return new NumberGrid(side, side, numbers);
    }
}
