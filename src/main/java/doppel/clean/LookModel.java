package doppel.clean;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * What one person's faces have in common: a mean, and the few directions in which they differ.
 *
 * <p>A principal component analysis that does not believe every pixel. What fits badly counts less from round to round, so
 * that a hand that is in one face of ten is not learned as a part of the person. Each face is learned mirrored too: a head
 * that was only filmed from one side is known from the other.
 *
 * <p>Source: F. De la Torre and M. Black, "A framework for robust subspace learning", IJCV 54, 2003.
 */
final class LookModel {

    private static final int PIXELS = Covering.PIXELS;

    private static final int NUMBERS = Covering.NUMBERS;

    /** Fewer cannot follow pose, light, eyes and mouth; more follow hands. */
    private static final int MOST_DIRECTIONS = 12;

    /** With fewer faces for each direction, it shows one face and no person. */
    private static final int FACES_A_DIRECTION = 10;

    private static final int ROUNDS = 8;

    private static final int TURNS = 3;

    /** Rounds that fit one face to a finished model. */
    private static final int FITS = 8;

    /** A pixel this many usual distances off counts a quarter. */
    private static final double DOUBT = 2.5;

    private static final double RIDGE = 0.05;

    private final double[] mean = new double[NUMBERS * PIXELS];
    private double[][] directions = {};
    /** for each pixel, the products of the directions there */
    private double[][] products = {};

    private double usual;

    private LookModel() {}

    /**
     * @param looks of one person, {@code NUMBERS} for each pixel
     * @param seen which pixels say something
     */
    static LookModel learn(float[][] looks, boolean[][] seen) {
        var model = new LookModel();
        model.learn(
                withMirrored(looks), withMirrored(seen), Math.min(MOST_DIRECTIONS, looks.length / FACES_A_DIRECTION));
        return model;
    }

    /** How far each pixel is from what the model makes of the face; only the seen ones count. */
    double[] distances(float[] look, boolean[] seen) {
        var distances = new double[PIXELS];
        var weights = weights(distances, seen);
        for (int fit = 0; fit < FITS; fit++) {
            distances = lengths(less(look, made(coordinates(look, weights))));
            weights = weights(distances, seen);
        }
        return distances;
    }

    private void learn(float[][] looks, boolean[][] seen, int count) {
        var faces = looks.length;
        meanOf(looks, seen);
        var coordinates = new double[faces][0];
        var left = new double[faces][];
        var weights = new double[faces][];
        for (int round = 0; round < ROUNDS; round++) {
            var from = coordinates;
            each(faces, face -> left[face] = less(looks[face], made(from[face])));
            var distances = new double[faces][];
            each(faces, face -> distances[face] = lengths(left[face]));
            usual = usual(distances, seen);
            each(faces, face -> weights[face] = weights(distances[face], seen[face]));
            shiftMean(left, weights);
            // what is not believed is what the model says
            var believed = new double[faces][];
            each(faces, face -> believed[face] = believed(made(from[face]), left[face], weights[face]));
            turn(believed, left, weights, Math.min(count, 2 * round));
            coordinates = new double[faces][];
            var to = coordinates;
            each(faces, face -> to[face] = coordinates(looks[face], weights[face]));
        }
    }

    private void meanOf(float[][] looks, boolean[][] seen) {
        each(
                PIXELS * NUMBERS,
                at -> mean[at] = Covering.median(IntStream.range(0, looks.length)
                        .filter(face -> seen[face][at / NUMBERS])
                        .mapToDouble(face -> looks[face][at])
                        .toArray()));
    }

    private void shiftMean(double[][] left, double[][] weights) {
        each(mean.length, at -> {
            double sum = 0;
            double weight = 1;
            for (int face = 0; face < left.length; face++) {
                sum += weights[face][at / NUMBERS] * left[face][at];
                weight += weights[face][at / NUMBERS];
            }
            mean[at] += sum / weight;
        });
    }

    /** Orthogonal iteration, on from where the last round came; new directions begin at faces spread over the clip. */
    private void turn(double[][] believed, double[][] left, double[][] weights, int count) {
        var grown = new double[count][];
        for (int i = 0; i < count; i++) {
            var face = i * believed.length / Math.max(1, count);
            grown[i] = i < directions.length
                    ? directions[i]
                    : believed(new double[mean.length], left[face], weights[face]);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            var from = grown;
            var along = new double[believed.length][];
            each(
                    believed.length,
                    face -> along[face] = IntStream.range(0, count)
                            .mapToDouble(i -> dot(from[i], believed[face]))
                            .toArray());
            var to = new double[count][mean.length];
            each(count, i -> {
                for (int face = 0; face < believed.length; face++) {
                    add(to[i], along[face][i], believed[face]);
                }
            });
            grown = orthonormal(to);
        }
        directions = grown;
        products = new double[PIXELS][];
        each(PIXELS, pixel -> products[pixel] = products(pixel));
    }

    private double[] products(int pixel) {
        var count = directions.length;
        var products = new double[count * count];
        for (int at = NUMBERS * pixel; at < NUMBERS * (pixel + 1); at++) {
            for (int i = 0; i < products.length; i++) {
                products[i] += directions[i / count][at] * directions[i % count][at];
            }
        }
        return products;
    }

    /** Least squares with a weight for each pixel. */
    private double[] coordinates(float[] look, double[] weights) {
        var count = directions.length;
        if (count == 0) {
            return new double[0];
        }
        var sums = new double[count * count];
        var right = new double[count];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            if (weights[pixel] > 0) {
                add(sums, weights[pixel], products[pixel]);
                for (int at = NUMBERS * pixel; at < NUMBERS * (pixel + 1); at++) {
                    for (int i = 0; i < count; i++) {
                        right[i] += weights[pixel] * directions[i][at] * (look[at] - mean[at]);
                    }
                }
            }
        }
        var normal = new Array2DRowRealMatrix(count, count);
        for (int i = 0; i < sums.length; i++) {
            normal.setEntry(i / count, i % count, sums[i] + (i / count == i % count ? RIDGE : 0));
        }
        return new CholeskyDecomposition(normal)
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    /** What the model says, less the mean. */
    private double[] made(double[] coordinates) {
        var made = new double[mean.length];
        for (int i = 0; i < coordinates.length; i++) {
            add(made, coordinates[i], directions[i]);
        }
        return made;
    }

    private double[] less(float[] look, double[] made) {
        var left = new double[mean.length];
        for (int at = 0; at < left.length; at++) {
            left[at] = look[at] - mean[at] - made[at];
        }
        return left;
    }

    private double[] weights(double[] distances, boolean[] seen) {
        var weights = new double[PIXELS];
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            var off = distances[pixel] / (DOUBT * Math.max(usual, 1e-6));
            weights[pixel] = seen[pixel] ? 1 / ((1 + off * off) * (1 + off * off)) : 0;
        }
        return weights;
    }

    private static double[] believed(double[] made, double[] left, double[] weights) {
        for (int at = 0; at < made.length; at++) {
            made[at] += weights[at / NUMBERS] * left[at];
        }
        return made;
    }

    private static double[] lengths(double[] left) {
        var lengths = new double[PIXELS];
        for (int at = 0; at < left.length; at++) {
            lengths[at / NUMBERS] += left[at] * left[at];
        }
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            lengths[pixel] = Math.sqrt(lengths[pixel]);
        }
        return lengths;
    }

    private static double usual(double[][] distances, boolean[][] seen) {
        return Covering.median(IntStream.range(0, distances.length)
                .boxed()
                .flatMapToDouble(face ->
                        IntStream.range(0, PIXELS).filter(i -> seen[face][i]).mapToDouble(i -> distances[face][i]))
                .toArray());
    }

    /** Gram and Schmidt. */
    private static double[][] orthonormal(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int before = 0; before < i; before++) {
                add(rows[i], -dot(rows[i], rows[before]), rows[before]);
            }
            var length = Math.sqrt(dot(rows[i], rows[i]));
            for (int at = 0; at < rows[i].length; at++) {
                rows[i][at] /= Math.max(length, 1e-12);
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double times, double[] row) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * row[i];
        }
    }

    private static float[][] withMirrored(float[][] looks) {
        var both = new float[2 * looks.length][];
        for (int face = 0; face < looks.length; face++) {
            both[2 * face] = looks[face];
            both[2 * face + 1] = new float[NUMBERS * PIXELS];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                System.arraycopy(
                        looks[face], NUMBERS * pixel, both[2 * face + 1], NUMBERS * Covering.mirrored(pixel), NUMBERS);
            }
        }
        return both;
    }

    private static boolean[][] withMirrored(boolean[][] seen) {
        var both = new boolean[2 * seen.length][];
        for (int face = 0; face < seen.length; face++) {
            both[2 * face] = seen[face];
            both[2 * face + 1] = new boolean[PIXELS];
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                both[2 * face + 1][Covering.mirrored(pixel)] = seen[face][pixel];
            }
        }
        return both;
    }

    /** On all cores; each number is made by one, so the result is always the same. */
    private static void each(int count, java.util.function.IntConsumer act) {
        IntStream.range(0, count).parallel().forEach(act);
    }
}
