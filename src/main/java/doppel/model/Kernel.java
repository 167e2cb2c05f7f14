package doppel.model;

import doppel.image.NumberGrid;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One window of a convolution with numbers that a person chose, to see what a convolution does before a network learns
 * its own.
 *
 * <p>A layer of the book's encoder has hundreds of these, each with its own numbers for each channel that comes in; the
 * arithmetic is the same.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers".
 *
 * @param name for people
 * @param side of the window, odd
 * @param numbers row after row, {@code side * side} of them
 */
public record Kernel(String name, int side, List<Double> numbers) {

    /**
     * @throws IllegalArgumentException if the side is even, or not {@code side * side} numbers are given
     */
    public Kernel {
        if (side < 1 || side % 2 == 0 || numbers.size() != side * side) {
            throw new IllegalArgumentException(
                    "a kernel has an odd side and side * side numbers, got side %d and %d numbers; try 3 and 9"
                            .formatted(side, numbers.size()));
        }
        numbers = List.copyOf(numbers);
    }

    /** Row after row: 9 numbers make a kernel of 3 x 3, 25 one of 5 x 5. */
    public static Kernel of(String name, double... numbers) {
        var side = (int) Math.round(Math.sqrt(numbers.length));
        return new Kernel(name, side, DoubleStream.of(numbers).boxed().toList());
    }

    /** Every pixel as it is. */
    public static Kernel keep() {
        return of("keep", 0, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    /** The mean of a window of {@code side * side} pixels. */
    public static Kernel blur(int side) {
        return of(
                "blur",
                DoubleStream.generate(() -> 1.0 / (side * side))
                        .limit((long) side * side)
                        .toArray());
    }

    /** The pixel, and what makes it differ from its neighbors once more. */
    public static Kernel sharpen() {
        return of("sharpen", 0, -1, 0, -1, 5, -1, 0, -1, 0);
    }

    /** Above 0 where it gets lighter from left to right, below 0 where it gets darker. */
    public static Kernel edgesAcross() {
        return of("edges across", -1, 0, 1, -2, 0, 2, -1, 0, 1);
    }

    /** Above 0 where it gets lighter from top to bottom, below 0 where it gets darker. */
    public static Kernel edgesDown() {
        return of("edges down", -1, -2, -1, 0, 0, 0, 1, 2, 1);
    }

    /** The picture as a relief, lit from the lower right. */
    public static Kernel emboss() {
        return of("emboss", -2, -1, 0, -1, 1, 1, 0, 1, 2);
    }

    /** All of them. */
    public static List<Kernel> presets() {
        return List.of(keep(), blur(5), sharpen(), edgesAcross(), edgesDown(), emboss());
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException if there is none; names those that there are
     */
    public static Kernel named(String name) {
        return presets().stream()
                .filter(kernel -> kernel.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kernel is called \"%s\"; there are %s"
                        .formatted(name, presets().stream().map(Kernel::name).toList())));
    }

    /** What the numbers add up to: 1 keeps the lightness of a picture, 0 leaves edges alone. */
    public double sum() {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * How many places the window has on a line of pixels: {@code (pixels + 2 padding - side) / stride + 1}, rounded down.
     *
     * @param pixels of the line
     * @param stride pixels from one place to the next, 1 or more
     * @param padding zeros before and after the line
     * @throws IllegalArgumentException if the window does not fit once; names the numbers
     */
    public int places(int pixels, int stride, int padding) {
        if (stride < 1 || padding < 0 || pixels + 2 * padding < side) {
            throw new IllegalArgumentException(
                    "a window of %d does not fit on %d pixels with padding %d and stride %d: try padding %d and stride 1"
                            .formatted(side, pixels, padding, stride, side / 2));
        }
        return (pixels + 2 * padding - side) / stride + 1;
    }

    /** The lightness of {@code picture}, convolved. */
    public NumberGrid apply(BufferedImage picture, int stride, int padding) {
        return apply(NumberGrid.lightness(picture), stride, padding);
    }

    /**
     * Lays the window on every place; what it answers there is the sum of all numbers under it, each times its own.
     *
     * @param stride pixels from one place to the next, across and down
     * @param padding zeros around the picture on every side
     */
    public NumberGrid apply(NumberGrid picture, int stride, int padding) {
        var width = places(picture.width(), stride, padding);
        var height = places(picture.height(), stride, padding);
        var answers = new float[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                answers[row * width + column] = answer(picture, column * stride - padding, row * stride - padding);
            }
        }
        return new NumberGrid(width, height, answers);
    }

    private float answer(NumberGrid picture, int left, int top) {
        double sum = 0;
        for (int i = 0; i < numbers.size(); i++) {
            var x = left + i % side;
            var y = top + i / side;
            if (x >= 0 && x < picture.width() && y >= 0 && y < picture.height()) {
                sum += numbers.get(i) * picture.at(x, y);
            }
        }
        return (float) sum;
    }
}
