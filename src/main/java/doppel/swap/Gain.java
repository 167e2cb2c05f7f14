package doppel.swap;

import java.util.function.DoubleUnaryOperator;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * How a color cloud is stretched about its mean, as a symmetric 3 x 3 matrix.
 *
 * <p>No stretch may more than double or halve a spread, so that a flat face is not blown up into noise.
 */
final class Gain {

    static final double MOST = 2;

    /** Spreads below this are rounding, not color. */
    static final double LEAST_SPREAD = 0.1;

    private Gain() {}

    /** Leaves the cloud as wide as it is. */
    static double[][] none() {
        return diagonal(1, 1, 1);
    }

    /** Brings each channel's spread over, by itself. */
    static double[][] ofSpreads(ColorCloud from, ColorCloud to) {
        return diagonal(
                bounded(spread(to, 0) / spread(from, 0)),
                bounded(spread(to, 1) / spread(from, 1)),
                bounded(spread(to, 2) / spread(from, 2)));
    }

    /**
     * Brings the whole covariance over, on the shortest way: of all matrices that make one Gaussian cloud into another,
     * the one that moves colors least.
     *
     * <p>Source: F. Pitié, A. Kokaram, "The linear Monge-Kantorovitch linear colour mapping for example-based colour
     * transfer", CVMP 2007.
     */
    static double[][] ofCovariances(ColorCloud from, ColorCloud to) {
        var width = mapped(floored(from), Math::sqrt);
        var narrow = mapped(floored(from), value -> 1 / Math.sqrt(value));
        var middle = mapped(product(product(width, floored(to)), width), Math::sqrt);
        return mapped(product(product(narrow, middle), narrow), Gain::bounded);
    }

    static double bounded(double gain) {
        return Math.max(1 / MOST, Math.min(MOST, gain));
    }

    private static double spread(ColorCloud cloud, int channel) {
        return Math.max(cloud.spread(channel), LEAST_SPREAD);
    }

    /** No direction is narrower than a spread can be measured. */
    private static double[][] floored(ColorCloud cloud) {
        return mapped(cloud.covariance(), value -> Math.max(value, LEAST_SPREAD * LEAST_SPREAD));
    }

    /** The symmetric matrix with the same axes and other lengths along them. */
    private static double[][] mapped(double[][] symmetric, DoubleUnaryOperator change) {
        try (var scope = new PointerScope()) {
            var matrix = new Mat(3, 3, opencv_core.CV_64F);
            var numbers = new DoublePointer(matrix.data());
            for (int i = 0; i < 9; i++) {
                // products of symmetric matrices are symmetric up to rounding only
                numbers.put(i, (symmetric[i / 3][i % 3] + symmetric[i % 3][i / 3]) / 2);
            }
            var lengths = new Mat();
            var axes = new Mat();
            opencv_core.eigen(matrix, lengths, axes);
            var length = new double[3];
            new DoublePointer(lengths.data()).get(length);
            var axis = new double[9];
            new DoublePointer(axes.data()).get(axis);
            var result = new double[3][3];
            for (int k = 0; k < 3; k++) {
                var changed = change.applyAsDouble(Math.max(0, length[k]));
                for (int i = 0; i < 9; i++) {
                    result[i / 3][i % 3] += changed * axis[3 * k + i / 3] * axis[3 * k + i % 3];
                }
            }
            return result;
        }
    }

    private static double[][] product(double[][] one, double[][] other) {
        var product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += one[i][k] * other[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] diagonal(double first, double second, double third) {
        return new double[][] {{first, 0, 0}, {0, second, 0}, {0, 0, third}};
    }
}
