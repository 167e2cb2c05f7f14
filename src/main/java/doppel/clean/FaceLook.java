package doppel.clean;

import doppel.align.CropOptions;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_img_hash;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A face in little, to compare it with others without opening its picture again.
 *
 * <p>Source of the hash: C. Zauner, "Implementation and benchmarking of perceptual image hash functions", 2010.
 *
 * @param pixels blue, green, red of {@value #SIDE} x {@value #SIDE} pixels, as a training crop shows the face
 * @param histogram shares of the gray values inside the mask in {@value #BINS} bins; they add up to 1
 * @param hash perceptual hash of the training crop: 64 bits, of which alike pictures have most in common
 */
public record FaceLook(byte[] pixels, float[] histogram, long hash) {

    static final int SIDE = 24;

    static final int BINS = 64;

    /** The hash is taken from 32 pixels a side; this is twice that, so that it is averaged down and not cut down. */
    private static final int HASHED_SIDE = 64;

    /**
     * @throws IllegalArgumentException if there are more or fewer pixels or bins
     */
    public FaceLook {
        if (pixels.length != 3 * SIDE * SIDE || histogram.length != BINS) {
            throw new IllegalArgumentException("a look has %d bytes and %d bins, got %d and %d"
                    .formatted(3 * SIDE * SIDE, BINS, pixels.length, histogram.length));
        }
    }

    /**
     * @param face aligned
     * @param fromFaceUnits to pixels of {@code face}
     */
    static FaceLook of(BufferedImage face, Mask mask, Similarity fromFaceUnits) {
        var toFaceUnits = fromFaceUnits.inverse();
        return new FaceLook(
                bytes(cut(face, toFaceUnits, SIDE)), histogram(face, mask), hash(cut(face, toFaceUnits, HASHED_SIDE)));
    }

    /** How many of the 64 bits of two hashes differ: below about 10 the pictures are alike. */
    int bitsFrom(FaceLook other) {
        return Long.bitCount(hash ^ other.hash);
    }

    private static BufferedImage cut(BufferedImage face, Similarity toFaceUnits, int side) {
        var toCut = toFaceUnits.then(CropOptions.training(side).fromFaceUnits());
        return Warp.picture(face, toCut, side, side, Warp.Outside.EDGE);
    }

    private static float[] histogram(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var gray = Masked.bytes(Masked.gray(Mats.of(face)));
            var inside = Masked.bytes(Masked.inside(mask));
            var counts = new int[BINS];
            var sum = 0;
            for (int i = 0; i < gray.length; i++) {
                if (inside[i] != 0) {
                    counts[(gray[i] & 255) * BINS / 256]++;
                    sum++;
                }
            }
            var shares = new float[BINS];
            for (int bin = 0; bin < BINS; bin++) {
                shares[bin] = (float) counts[bin] / sum;
            }
            return shares;
        }
    }

    private static long hash(BufferedImage small) {
        try (var scope = new PointerScope()) {
            var bits = new Mat();
            opencv_img_hash.pHash(Mats.of(small), bits);
            return ByteBuffer.wrap(Masked.bytes(bits)).getLong();
        }
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
