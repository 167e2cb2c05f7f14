package doppel.swap;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives one channel the distribution of another: the darkest tenth becomes as dark as the other's darkest tenth, and so
 * on for every share.
 *
 * <ol>
 *   <li>Count both channels' values in fine bins and add the counts up: the two cumulative distributions.
 *   <li>For the middle of each bin, find where the other distribution reaches the same share.
 *   <li>Move each value as the middles beside it move.
 *   <li>Draw the values together if they have spread more than {@link Gain#MOST} allows.
 * </ol>
 *
 * <p>Source: R. C. Gonzalez, R. E. Woods, "Digital Image Processing", histogram specification.
 */
final class HistogramMatch {

    private static final int BINS = 1024;

    private final double least;
    private final double step;

    /** The middles of the bins that hold values of the face, and where they go. */
    private final double[] middles;

    private final double[] goals;

    private HistogramMatch(float[] from, float[] to) {
        double low = from[0];
        double high = from[0];
        for (var values : new float[][] {from, to}) {
            for (var value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        this.least = low;
        this.step = Math.max(high - low, 1e-6) / BINS;
        var shares = shares(from);
        var others = shares(to);
        var held = IntStream.range(0, BINS)
                .filter(bin -> shares[bin + 1] > shares[bin])
                .toArray();
        this.middles = Arrays.stream(held).mapToDouble(bin -> place(bin + 0.5)).toArray();
        this.goals = new double[held.length];
        var edge = 1;
        for (int i = 0; i < held.length; i++) {
            // of the values in one bin, half count as below
            var share = (shares[held[i]] + shares[held[i] + 1]) / 2;
            while (others[edge] < share) {
                edge++;
            }
            goals[i] = place(edge - 1 + (share - others[edge - 1]) / (others[edge] - others[edge - 1]));
        }
    }

    /** Changes a channel of {@code face}: learned inside of the mask, and done by the same rule outside of it. */
    static void apply(LabPicture face, LabPicture reference, int[] inside, int channel) {
        var from = channel(face, inside, channel);
        var match = new HistogramMatch(from, channel(reference, inside, channel));
        var before = spread(from);
        for (int i = 0; i < from.length; i++) {
            from[i] = (float) match.of(from[i]);
        }
        var mean = mean(from);
        var most = Gain.MOST * Math.max(before, Gain.LEAST_SPREAD);
        var together = Math.min(1, most / Math.max(spread(from), most));
        var values = face.values();
        for (int i = channel; i < values.length; i += 3) {
            values[i] = (float) (mean + together * (match.of(values[i]) - mean));
        }
    }

    /** The values inside of the mask. */
    private static float[] channel(LabPicture lab, int[] inside, int channel) {
        var values = new float[inside.length];
        for (int i = 0; i < inside.length; i++) {
            values[i] = lab.values()[3 * inside[i] + channel];
        }
        return values;
    }

    /** The share of values below each edge, 0 to 1. */
    private double[] shares(float[] values) {
        var counts = new int[BINS];
        for (var value : values) {
            counts[bin(value)]++;
        }
        var shares = new double[BINS + 1];
        long below = 0;
        for (int i = 0; i < BINS; i++) {
            below += counts[i];
            shares[i + 1] = (double) below / values.length;
        }
        return shares;
    }

    /** Between two middles along a line; beyond the first and the last, as they move. */
    private double of(double value) {
        var found = Arrays.binarySearch(middles, value);
        var right = found >= 0 ? found : -found - 1;
        if (right == 0 || right == middles.length) {
            var end = Math.min(right, middles.length - 1);
            return goals[end] + value - middles[end];
        }
        var within = (value - middles[right - 1]) / (middles[right] - middles[right - 1]);
        return goals[right - 1] + within * (goals[right] - goals[right - 1]);
    }

    private double place(double bin) {
        return least + step * bin;
    }

    private int bin(double value) {
        return (int) Math.max(0, Math.min(BINS - 1, (value - least) / step));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(float[] values) {
        var mean = mean(values);
        double squares = 0;
        for (var value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
