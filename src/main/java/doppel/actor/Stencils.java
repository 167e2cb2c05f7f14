package doppel.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points that are fixed mixtures of other points.
 *
 * @param starts where the mixture of each point begins, and as last number the length of all
 * @param sources which points are mixed
 * @param shares how much of each, 1 together
 */
record Stencils(int[] starts, int[] sources, float[] shares) {

    static Stencils of(List<Map<Integer, Double>> mixtures) {
        var starts = new int[mixtures.size() + 1];
        for (int i = 0; i < mixtures.size(); i++) {
            starts[i + 1] = starts[i] + mixtures.get(i).size();
        }
        var sources = new int[starts[mixtures.size()]];
        var shares = new float[sources.length];
        int at = 0;
        for (var mixture : mixtures) {
            for (var share : new TreeMap<>(mixture).entrySet()) {
                sources[at] = share.getKey();
                shares[at++] = share.getValue().floatValue();
            }
        }
        return new Stencils(starts, sources, shares);
    }

    int count() {
        return starts.length - 1;
    }

    /** Mixes {@code stride} numbers a point. */
    float[] apply(float[] points, int stride) {
        var out = new float[stride * count()];
        for (int i = 0; i < count(); i++) {
            for (int k = 0; k < stride; k++) {
                var sum = 0f;
                for (int j = starts[i]; j < starts[i + 1]; j++) {
                    sum += shares[j] * points[stride * sources[j] + k];
                }
                out[stride * i + k] = sum;
            }
        }
        return out;
    }

    /** Some of the points, in the order given. */
    Stencils only(int[] points) {
        var chosen = new ArrayList<Map<Integer, Double>>();
        for (int point : points) {
            var mixture = new TreeMap<Integer, Double>();
            for (int j = starts[point]; j < starts[point + 1]; j++) {
                mixture.put(sources[j], (double) shares[j]);
            }
            chosen.add(mixture);
        }
        return of(chosen);
    }

    /** A mixture of mixtures. */
    static Map<Integer, Double> blend(List<Map<Integer, Double>> parts, double... shares) {
        var sum = new TreeMap<Integer, Double>();
        for (int i = 0; i < shares.length; i++) {
            for (var share : parts.get(i).entrySet()) {
                sum.merge(share.getKey(), shares[i] * share.getValue(), Double::sum);
            }
        }
        return sum;
    }

    /** The mean of mixtures. */
    static Map<Integer, Double> mean(List<Map<Integer, Double>> parts) {
        var shares = new double[parts.size()];
        Arrays.fill(shares, 1.0 / parts.size());
        return blend(new ArrayList<>(parts), shares);
    }
}
