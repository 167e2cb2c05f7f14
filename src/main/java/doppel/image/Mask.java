package doppel.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * A soft map of what belongs to the face: 0 is outside, 1 inside, 256 steps between them.
 *
 * <p>One rule for both people: a mask is soft everywhere. The book cuts side A's masks hard and leaves side B's soft,
 * so that the two losses cannot be compared.
 *
 * <p>Book: chapter 5 (mask), chapter 6 (masked loss), chapter 7 (blending).
 */
public final class Mask {

    private final int width;
    private final int height;
    private final byte[] bytes;

    /**
     * @param width pixels
     * @param height pixels
     * @param bytes row after row, 0 to 255 as unsigned bytes, one a pixel
     * @throws IllegalArgumentException if there are not {@code width * height} bytes
     */
    public Mask(int width, int height, byte[] bytes) {
        if (bytes.length != width * height) {
            throw new IllegalArgumentException(
                    "a mask of %d x %d needs %d bytes, got %d".formatted(width, height, width * height, bytes.length));
        }
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    /** The mask in a gray picture: black is 0, white is 1. */
    public static Mask of(BufferedImage gray) {
        var copy = new BufferedImage(gray.getWidth(), gray.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        if (gray.getRaster().getNumBands() == 1 && gray.getSampleModel().getSampleSize(0) == 8) {
            gray.copyData(copy.getRaster());
        } else {
            var graphics = copy.createGraphics();
            graphics.drawImage(gray, 0, 0, null);
            graphics.dispose();
        }
        return new Mask(
                copy.getWidth(),
                copy.getHeight(),
                ((DataBufferByte) copy.getRaster().getDataBuffer()).getData());
    }

    /** The same value everywhere, 0 to 1. */
    public static Mask filled(int width, int height, double value) {
        var bytes = new byte[width * height];
        Arrays.fill(bytes, (byte) Math.round(255 * value));
        return new Mask(width, height, bytes);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The value at a pixel, 0 to 1. */
    public double at(int x, int y) {
        return (bytes[y * width + x] & 255) / 255.0;
    }

    /** The mean value, 0 to 1: the share of the picture that belongs to the face. */
    public double share() {
        long sum = 0;
        for (var value : bytes) {
            sum += value & 255;
        }
        return sum / (255.0 * bytes.length);
    }

    /** A copy of the values, row after row, 0 to 255 as unsigned bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A gray picture of the mask. */
    public BufferedImage picture() {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(bytes, 0, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData(), 0, bytes.length);
        return picture;
    }

    /**
     * What belongs to both masks: their product.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Mask and(Mask other) {
        requireSameSize(other);
        var result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) (((bytes[i] & 255) * (other.bytes[i] & 255) + 127) / 255);
        }
        return new Mask(width, height, result);
    }

    /**
     * What belongs to one mask or the other: their larger value.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Mask or(Mask other) {
        requireSameSize(other);
        var result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) Math.max(bytes[i] & 255, other.bytes[i] & 255);
        }
        return new Mask(width, height, result);
    }

    /**
     * Intersection over union, 0 (apart) to 1 (the same mask); a soft pixel counts by its value.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public double overlap(Mask other) {
        requireSameSize(other);
        long shared = 0;
        long either = 0;
        for (int i = 0; i < bytes.length; i++) {
            shared += Math.min(bytes[i] & 255, other.bytes[i] & 255);
            either += Math.max(bytes[i] & 255, other.bytes[i] & 255);
        }
        return either == 0 ? 0 : (double) shared / either;
    }

    /**
     * Softens the edge with a Gaussian.
     *
     * @param sigma pixels, 0 leaves the mask as it is; 1 to 4 % of the face's width hides a seam, more lets the
     *     target's own face shine through
     */
    public Mask feathered(double sigma) {
        if (sigma <= 0) {
            return this;
        }
        try (var scope = new PointerScope()) {
            var soft = new Mat();
            // beyond the picture the mask goes on as 0, so that it fades at the border of the picture too
            opencv_imgproc.GaussianBlur(
                    Mats.of(this), soft, new Size(0, 0), sigma, sigma, opencv_core.BORDER_CONSTANT, 0);
            return Mats.mask(soft);
        }
    }

    /** Shrinks the mask by {@code pixels} on every side; a negative number grows it. */
    public Mask eroded(double pixels) {
        var radius = (int) Math.round(Math.abs(pixels));
        if (radius == 0) {
            return this;
        }
        try (var scope = new PointerScope()) {
            var result = new Mat();
            var disk = opencv_imgproc.getStructuringElement(
                    opencv_imgproc.MORPH_ELLIPSE, new Size(2 * radius + 1, 2 * radius + 1));
            var operation = pixels > 0 ? opencv_imgproc.MORPH_ERODE : opencv_imgproc.MORPH_DILATE;
            opencv_imgproc.morphologyEx(
                    Mats.of(this),
                    result,
                    operation,
                    disk,
                    new Point(-1, -1),
                    1,
                    opencv_core.BORDER_CONSTANT,
                    Scalar.all(0));
            return Mats.mask(result);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask
                && mask.width == width
                && mask.height == height
                && Arrays.equals(mask.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Mask %d x %d, share %.3f".formatted(width, height, share());
    }

    private void requireSameSize(Mask other) {
        if (other.width != width || other.height != height) {
            throw new IllegalArgumentException("masks must have one size, got %d x %d and %d x %d"
                    .formatted(width, height, other.width, other.height));
        }
    }
}
