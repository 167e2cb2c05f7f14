package doppel.evaluate;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * Peak signal-to-noise ratio: how far apart two pictures are, pixel by pixel, in decibels; more is closer.
 *
 * <p>Every 6 dB halve the error. It asks for the right color in the right place and forgives blur, so it is never shown
 * without {@link Ssim}.
 */
public final class Psnr {

    /** What two equal pictures get, in decibels; the true value is infinite. */
    public static final double EQUAL = 100;

    private Psnr() {}

    /**
     * @param mask where to measure: pixels whose value is above one half
     * @return decibels, at most {@link #EQUAL}
     * @throws IllegalArgumentException if the sizes differ or the mask is empty
     */
    public static double inside(BufferedImage picture, BufferedImage truth, Mask mask) {
        var region = Region.of(picture, truth, mask);
        var ours = pixels(picture);
        var theirs = pixels(truth);
        double squares = 0;
        long count = 0;
        for (int i = 0; i < ours.length; i++) {
            if (region[i / 3]) {
                double difference = (ours[i] & 255) - (theirs[i] & 255);
                squares += difference * difference;
                count++;
            }
        }
        return Math.min(EQUAL, 10 * Math.log10(255 * 255 * count / squares));
    }

    private static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) Mats.bgr(picture).getRaster().getDataBuffer()).getData();
    }
}
