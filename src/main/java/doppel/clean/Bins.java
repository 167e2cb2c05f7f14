package doppel.clean;

import java.util.Arrays;

/**
 * Equal steps along a measure, to count values in: the same steps for all whom they shall compare.
 *
 * @param from lower edge of the first bin
 * @param width of each bin
 * @param count how many bins
 */
public record Bins(double from, double width, int count) {

    /**
     * @throws IllegalArgumentException if there is no bin, or bins have no width
     */
    public Bins {
        if (count < 1 || !(width > 0)) {
            throw new IllegalArgumentException(
                    "bins need a count of 1 or more and a width above 0, got %d of %s; try 30".formatted(count, width));
        }
    }

    /**
     * Over the range of all values, whichever column they are in.
     *
     * @param about how many bins; their edges are round numbers, so there may be half or twice as many
     */
    public static Bins of(int about, double[]... columns) {
        var all = Arrays.stream(columns).flatMapToDouble(Arrays::stream).summaryStatistics();
        if (all.getCount() == 0) {
            throw new IllegalArgumentException("there are no values to make bins for: keep at least one face");
        }
        var range = all.getMax() - all.getMin();
        var width = range > 0 ? round(range / about) : 1;
        var from = Math.floor(all.getMin() / width) * width;
        return new Bins(from, width, (int) Math.floor((all.getMax() - from) / width) + 1);
    }

    /** The bin of a value, 0 to {@code count - 1}; what lies beyond the ends counts in the last bin there. */
    public int bin(double value) {
        return (int) Math.max(0, Math.min(count - 1, Math.floor((value - from) / width)));
    }

    /** The share of the values in each bin; the shares add up to 1. */
    public double[] shares(double[] values) {
        var shares = new double[count];
        for (var value : values) {
            shares[bin(value)] += 1.0 / values.length;
        }
        return shares;
    }

    /** How much of two distributions lies on top of each other: 1 if they are alike, 0 if no bin has both. */
    public double overlap(double[] a, double[] b) {
        var ofA = shares(a);
        var ofB = shares(b);
        double overlap = 0;
        for (int bin = 0; bin < count; bin++) {
            overlap += Math.min(ofA[bin], ofB[bin]);
        }
        return overlap;
    }

    /** The share of {@code b} that lies in bins where {@code a} has {@code fewest} values or more, 0 to 1. */
    public double coverage(double[] a, double[] b, int fewest) {
        var counts = new int[count];
        Arrays.stream(a).forEach(value -> counts[bin(value)]++);
        return Arrays.stream(b).filter(value -> counts[bin(value)] >= fewest).count() / (double) b.length;
    }

    /** The nearest of 1, 2, 5, 10, 20, 50 and so on. */
    private static double round(double width) {
        var power = Math.pow(10, Math.floor(Math.log10(width)));
        var digit = width / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }
}
