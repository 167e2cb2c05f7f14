package doppel.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Numbers in rows and columns, of any size and sign: one channel inside a network, or how wrong each pixel is.
 *
 * <p>A picture has three bytes a pixel, and nothing below 0. What a convolution answers is neither, and the figures of
 * chapter 6 need the numbers as they are.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers".
 *
 * @param width numbers a row
 * @param height rows
 * @param numbers row after row
 */
public record NumberGrid(int width, int height, float[] numbers) {

    /**
     * @throws IllegalArgumentException if there are not {@code width * height} numbers
     */
    public NumberGrid {
        if (width < 1 || height < 1 || numbers.length != width * height) {
            throw new IllegalArgumentException("a grid of %d x %d cannot hold %d numbers: give width * height of them"
                    .formatted(width, height, numbers.length));
        }
        numbers = numbers.clone();
    }

    /** Rows of {@code width} numbers each. */
    public static NumberGrid of(int width, double... numbers) {
        var floats = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return new NumberGrid(width, numbers.length / width, floats);
    }

    /** The same number everywhere. */
    public static NumberGrid filled(int width, int height, double number) {
        var numbers = new float[width * height];
        Arrays.fill(numbers, (float) number);
        return new NumberGrid(width, height, numbers);
    }

    /** How light each pixel is, 0 to 1: red, green and blue weighed as eyes do. */
    public static NumberGrid lightness(BufferedImage picture) {
        var numbers = new float[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < numbers.length; i++) {
            var rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
            numbers[i] = (0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255)) / 255;
        }
        return new NumberGrid(picture.getWidth(), picture.getHeight(), numbers);
    }

    /** The values of a mask, 0 to 1. */
    public static NumberGrid of(Mask mask) {
        var numbers = new float[mask.width() * mask.height()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) mask.at(i % mask.width(), i / mask.width());
        }
        return new NumberGrid(mask.width(), mask.height(), numbers);
    }

    /** A copy of all numbers, row after row. */
    @Override
    public float[] numbers() {
        return numbers.clone();
    }

    public float at(int column, int row) {
        return numbers[row * width + column];
    }

    public double sum() {
        double sum = 0;
        for (var number : numbers) {
            sum += number;
        }
        return sum;
    }

    public double mean() {
        return sum() / numbers.length;
    }

    public float least() {
        var least = numbers[0];
        for (var number : numbers) {
            least = Math.min(least, number);
        }
        return least;
    }

    public float most() {
        var most = numbers[0];
        for (var number : numbers) {
            most = Math.max(most, number);
        }
        return most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberGrid grid
                && grid.width == width
                && grid.height == height
                && Arrays.equals(grid.numbers, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "NumberGrid %d x %d, %.3f to %.3f".formatted(width, height, least(), most());
    }
}
