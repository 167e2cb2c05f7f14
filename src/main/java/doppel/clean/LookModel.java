package doppel.clean;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * What one person's faces have in common: a mean, and the few directions in which they differ.
 *
 * <p>It does not believe every pixel of a face: what fits badly counts less from round to round, so that a hand does not
 * draw the whole face with it. {@link LookLearner} learns it in the same way.
 *
 * <p>Source: F. De la Torre and M. Black, "A framework for robust subspace learning", IJCV 54, 2003.
 */
final class LookModel {

    /** Rounds that fit one face. */
    private static final int ROUNDS = 8;

    /** A pixel this many usual distances off counts a quarter. */
    private static final double DOUBT = 2.5;

    private static final double RIDGE = 0.05;

    private final float[] mean;
    private final float[][] directions;
    /** for each pair of directions and each pixel, the product of the directions there */
    private final float[][][] products;
    /** median distance of a pixel */
    private final double usual;

    /**
     * @param mean of all faces, as an {@link UnlitLook} has them
     * @param directions of length 1, at right angles to each other
     * @param usual distance of a pixel from what the model makes of its face
     */
    LookModel(float[] mean, float[][] directions, double usual) {
        this.mean = mean;
        this.directions = directions;
        this.products = new float[directions.length][][];
        this.usual = usual;
        for (int i = 0; i < directions.length; i++) {
            products[i] = new float[i + 1][];
            for (int j = 0; j <= i; j++) {
                products[i][j] = products(directions[i], directions[j]);
            }
        }
    }

    /** @param looks of one person, one or more */
    static LookModel learn(List<UnlitLook> looks) {
        return new LookLearner(looks).learn();
    }

    /** How far each pixel is from what the model makes of the face; only the seen ones count. */
    float[] distances(UnlitLook look) {
        var distances = new float[UnlitLook.PIXELS];
        for (int round = 0; round < ROUNDS; round++) {
            distances = lengths(left(look, made(coordinates(look, weights(distances, usual, look.seen())))));
        }
        return distances;
    }

    float[] mean() {
        return mean;
    }

    float[][] directions() {
        return directions;
    }

    /** Least squares with a weight for each pixel. */
    double[] coordinates(UnlitLook look, float[] weights) {
        var count = directions.length;
        if (count == 0) {
            return new double[0];
        }
        var weighted = left(look, new float[mean.length]);
        for (int at = 0; at < weighted.length; at++) {
            weighted[at] *= weights[at / UnlitLook.NUMBERS];
        }
        var normal = new Array2DRowRealMatrix(count, count);
        var right = new ArrayRealVector(count);
        for (int i = 0; i < count; i++) {
            right.setEntry(i, dot(directions[i], weighted));
            for (int j = 0; j <= i; j++) {
                var sum = dot(products[i][j], weights);
                normal.setEntry(i, j, sum);
                normal.setEntry(j, i, sum);
            }
            normal.addToEntry(i, i, RIDGE);
        }
        return new CholeskyDecomposition(normal).getSolver().solve(right).toArray();
    }

    /** What the model says, less the mean. */
    float[] made(double[] coordinates) {
        var made = new float[mean.length];
        for (int i = 0; i < coordinates.length; i++) {
            add(made, (float) coordinates[i], directions[i]);
        }
        return made;
    }

    /** What the face has and the model does not say. */
    float[] left(UnlitLook look, float[] made) {
        var values = look.values();
        var left = new float[mean.length];
        for (int at = 0; at < left.length; at++) {
            left[at] = values[at] - mean[at] - made[at];
        }
        return left;
    }

    /** How much each pixel is believed, 0 to 1. */
    static float[] weights(float[] distances, double usual, boolean[] seen) {
        var weights = new float[distances.length];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            var off = distances[pixel] / (DOUBT * Math.max(usual, 1e-6));
            weights[pixel] = seen[pixel] ? (float) (1 / ((1 + off * off) * (1 + off * off))) : 0;
        }
        return weights;
    }

    /** Of each pixel. */
    static float[] lengths(float[] left) {
        var lengths = new float[UnlitLook.PIXELS];
        for (int at = 0; at < left.length; at++) {
            lengths[at / UnlitLook.NUMBERS] += left[at] * left[at];
        }
        for (int pixel = 0; pixel < lengths.length; pixel++) {
            lengths[pixel] = (float) Math.sqrt(lengths[pixel]);
        }
        return lengths;
    }

    /** The median distance of the seen pixels of all faces. */
    static double usual(List<UnlitLook> looks, List<float[]> distances) {
        return UnlitLook.median(IntStream.range(0, looks.size())
                .boxed()
                .flatMapToDouble(face -> IntStream.range(0, UnlitLook.PIXELS)
                        .filter(i -> looks.get(face).seen()[i])
                        .mapToDouble(i -> distances.get(face)[i]))
                .toArray());
    }

    static float dot(float[] a, float[] b) {
        // four sums, because one would wait for itself
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        for (int i = 0; i < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    static void add(float[] to, float times, float[] row) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * row[i];
        }
    }

    private static float[] products(float[] one, float[] other) {
        var products = new float[UnlitLook.PIXELS];
        for (int at = 0; at < one.length; at++) {
            products[at / UnlitLook.NUMBERS] += one[at] * other[at];
        }
        return products;
    }
}
