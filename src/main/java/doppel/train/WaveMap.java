package doppel.train;

import doppel.geometry.Point;
import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;

/** The focal frequency loss of one pair, wave by wave in plain loops; see {@link FrequencyLoss}. */
final class WaveMap {

    private static final int CHANNELS = 3;

    private WaveMap() {}

    /** How much each wave adds: the longest in the middle, and farther out the shorter ones. */
    static NumberGrid of(BufferedImage drawn, BufferedImage target, NumberGrid weights) {
        var width = weights.width();
        var height = weights.height();
        var shares = new Shares(width, height);
        for (int channel = 0; channel < CHANNELS; channel++) {
            var squares = spectrum(drawn, target, weights, channel);
            double worst = 0;
            for (var row : squares) {
                for (var square : row) {
                    worst = Math.max(worst, Math.sqrt(square));
                }
            }
            for (int v = 0; v < height && worst > 0; v++) {
                for (int u = 0; u < width; u++) {
                    var weight = Math.sqrt(squares[v][u]) / worst;
                    shares.add((u + width / 2) % width, (v + height / 2) % height, weight * squares[v][u]);
                }
            }
        }
        return shares.dividedBy(CHANNELS * weights.sum());
    }

    /** The squared distance of each wave, {@code [down][across]}: rows are taken apart first, then columns. */
    private static double[][] spectrum(BufferedImage drawn, BufferedImage target, NumberGrid weights, int channel) {
        var width = weights.width();
        var height = weights.height();
        var real = new double[height][width];
        var imaginary = new double[height][width];
        var across = circle(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var error = Math.sqrt(weights.at(x, y)) * LossMap.error(drawn, target, channel, x, y);
                for (int u = 0; u < width; u++) {
                    real[y][u] += error * across[u * x % width].x();
                    imaginary[y][u] -= error * across[u * x % width].y();
                }
            }
        }
        var squares = new double[height][width];
        var down = circle(height);
        for (int u = 0; u < width; u++) {
            for (int v = 0; v < height; v++) {
                double sumReal = 0;
                double sumImaginary = 0;
                for (int y = 0; y < height; y++) {
                    var turn = down[v * y % height];
                    sumReal += real[y][u] * turn.x() + imaginary[y][u] * turn.y();
                    sumImaginary += imaginary[y][u] * turn.x() - real[y][u] * turn.y();
                }
                squares[v][u] = (sumReal * sumReal + sumImaginary * sumImaginary) / (width * height);
            }
        }
        return squares;
    }

    /** Cosine and sine of every part of a period. */
    private static Point[] circle(int parts) {
        var points = new Point[parts];
        for (int i = 0; i < parts; i++) {
            points[i] = new Point(Math.cos(2 * Math.PI * i / parts), Math.sin(2 * Math.PI * i / parts));
        }
        return points;
    }
}
