package doppel.clean;

import java.util.List;

/** The Euclidean distance of vectors, to a part in a thousand of the longest one. */
final class VectorDistance implements Distance {

    /** Length of the longest vector in whole numbers: the largest for which a squared distance fits into 32 bits. */
    private static final double LONGEST = 1 << 14;

    /** Whole numbers, because Java adds the squares of those up eight or sixteen at a time, and of others singly. */
    private final int[][] vectors;

    private final double scale;

    /**
     * @param vectors all of one length
     */
    VectorDistance(List<float[]> vectors) {
        var longest = vectors.stream().mapToDouble(VectorDistance::length).max().orElse(0);
        scale = longest > 0 ? LONGEST / longest : 1;
        this.vectors = vectors.stream().map(this::whole).toArray(int[][]::new);
    }

    @Override
    public int count() {
        return vectors.length;
    }

    @Override
    public double between(int a, int b, double enough) {
        return Math.sqrt(squared(vectors[a], vectors[b])) / scale;
    }

    private static int squared(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            var difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static double length(float[] vector) {
        double square = 0;
        for (var value : vector) {
            square += (double) value * value;
        }
        return Math.sqrt(square);
    }

    private int[] whole(float[] vector) {
        var whole = new int[vector.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.round(scale * vector[i]);
        }
        return whole;
    }
}
