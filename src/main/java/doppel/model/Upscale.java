package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Doubles the sides of a picture: a convolution paints each pixel's four successors into four times the channels, and
 * the pixel shuffle lays them out.
 *
 * <p>Book: chapter 6, the upscaler.
 *
 * @param in channels that come in
 * @param out channels that go out, at twice the size
 */
record Upscale(int in, int out) implements Block {

    private static final int KERNEL = 3;

    @Override
    public String words() {
        return "upscale: %s, leaky, pixel shuffle".formatted(paint().words());
    }

    @Override
    public Shape output(Shape input) {
        return new PixelShuffle().output(paint().output(input));
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        var painted = paint().forward(faces, weights); // (N, 4 out, side, side)
        var active = Activation.LEAKY.forward(painted, List.of());
        return new PixelShuffle().forward(active, List.of()); // (N, out, 2 side, 2 side)
    }

    @Override
    public List<Shape> weights() {
        return paint().weights();
    }

    @Override
    public List<float[]> begin(RandomGenerator random) {
        return paint().begin(random);
    }

    /** Painted, bent, laid out. */
    @Override
    public long kept(Shape input) {
        return 3 * output(input).size();
    }

    @Override
    public long multiplications(Shape input) {
        return paint().multiplications(input);
    }

    private Convolution paint() {
        return new Convolution(in, 4 * out, KERNEL, 1);
    }
}
