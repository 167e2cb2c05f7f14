package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Slides small windows over a picture; each window answers how well the pixels under it match what it has learned.
 *
 * <p>Padding is half a window of zeros on each side, so a stride of 1 keeps the size and a stride of 2 halves it.
 *
 * <p>Book: chapter 6, "Understanding convolutional layers".
 *
 * @param in channels that come in
 * @param out channels that go out: how many different windows there are
 * @param kernel side of a window, odd
 * @param stride pixels from one place of the window to the next
 */
record Convolution(int in, int out, int kernel, int stride) implements Block {

    @Override
    public String words() {
        return "convolution %d x %d%s".formatted(kernel, kernel, stride == 1 ? "" : ", stride " + stride);
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(out, ceil(input.get(1)), ceil(input.get(2)));
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        return Conv2d.conv2d(
                        faces,
                        weights.get(0),
                        weights.get(1),
                        new Shape(stride, stride),
                        new Shape(kernel / 2, kernel / 2))
                .singletonOrThrow();
    }

    @Override
    public List<Shape> weights() {
        return List.of(new Shape(out, in, kernel, kernel), new Shape(out));
    }

    @Override
    public List<float[]> begin(RandomGenerator random) {
        return List.of(
                Beginning.spread(out * in * kernel * kernel, in * kernel * kernel, Beginning.BEFORE_LEAKY, random),
                new float[out]);
    }

    @Override
    public long multiplications(Shape input) {
        return output(input).size() * in * kernel * kernel;
    }

    private long ceil(long pixels) {
        return (pixels + stride - 1) / stride;
    }
}
