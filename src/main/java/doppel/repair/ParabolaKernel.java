package doppel.repair;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Smooths numbers over time: through the neighbors of each moment goes the parabola that fits them best, and its value
 * at the moment is the answer.
 *
 * <p>In the middle of a track this is the filter of Savitzky and Golay; near its ends the window is cut off there, and
 * the parabola goes on. What moves along a parabola is not changed.
 *
 * <p>Source: A. Savitzky, M. Golay, 1964.
 *
 * @param window moments, odd
 */
record ParabolaKernel(int window) {

    private static final int DEGREE = 2;
    private static final int MOST = 31;

    ParabolaKernel {
        if (window < DEGREE + 3 || window > MOST || window % 2 == 0) {
            throw new IllegalArgumentException("a smoothing window must be odd, %d to %d frames, got %d; try 5"
                    .formatted(DEGREE + 3, MOST, window));
        }
    }

    /**
     * @param rows numbers of each moment, rows of one length
     * @return rows of the same length
     */
    List<double[]> over(List<double[]> rows) {
        return IntStream.range(0, rows.size()).mapToObj(at -> at(rows, at)).toList();
    }

    private double[] at(List<double[]> rows, int at) {
        var from = Math.max(0, at - window / 2);
        var to = Math.min(rows.size(), at + window / 2 + 1);
        var weights = weights(from - at, to - from);
        var sum = new double[rows.get(at).length];
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weights[i] * rows.get(from + i)[k];
            }
        }
        return sum;
    }

    /**
     * What each of {@code count} moments counts for the moment 0.
     *
     * @param first time of the first of them, 0 or less
     */
    static double[] weights(int first, int count) {
        var powers = new Array2DRowRealMatrix(count, Math.min(DEGREE + 1, count));
        for (int i = 0; i < count; i++) {
            for (int degree = 0; degree < powers.getColumnDimension(); degree++) {
                powers.setEntry(i, degree, Math.pow(first + i, degree));
            }
        }
        // the value of a parabola at time 0 is its first coefficient
        return new SingularValueDecomposition(powers).getSolver().getInverse().getRow(0);
    }
}
