package doppel.swap;

import doppel.image.Mask;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The colors of a face as a cloud of points in L*a*b*: where it lies, how wide it is, and how it leans.
 *
 * <p>Book: chapter 7; the six ways to match colors differ in how much of this cloud they bring over.
 *
 * @param mean 3 numbers: L* 0 to 100, a* and b* -127 to 127
 * @param covariance 3 x 3; the diagonal holds the squared spreads
 */
public record ColorCloud(double[] mean, double[][] covariance) {

    /**
     * The cloud of the pixels inside the mask, those whose value is above one half.
     *
     * @param picture as large as the mask
     * @throws IllegalArgumentException if the mask is empty
     */
    public static ColorCloud of(BufferedImage picture, Mask mask) {
        var inside = inside(mask);
        if (inside.length == 0) {
            throw new IllegalArgumentException("the mask is empty: give the face's mask to measure its colors");
        }
        return of(LabPicture.of(picture), inside);
    }

    static ColorCloud of(LabPicture lab, int[] inside) {
        var mean = new double[3];
        for (var pixel : inside) {
            for (int i = 0; i < 3; i++) {
                mean[i] += lab.values()[3 * pixel + i] / inside.length;
            }
        }
        var covariance = new double[3][3];
        for (var pixel : inside) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (lab.values()[3 * pixel + i] - mean[i])
                            * (lab.values()[3 * pixel + j] - mean[j])
                            / inside.length;
                    covariance[j][i] = covariance[i][j];
                }
            }
        }
        return new ColorCloud(mean, covariance);
    }

    /** The pixels whose mask is above one half, counted row after row. */
    static int[] inside(Mask mask) {
        var bytes = mask.bytes();
        var inside = new int[bytes.length];
        var count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 255) > 127) {
                inside[count++] = i;
            }
        }
        return Arrays.copyOf(inside, count);
    }

    /** Standard deviation of L* (0), a* (1) or b* (2). */
    public double spread(int channel) {
        return Math.sqrt(covariance[channel][channel]);
    }
}
