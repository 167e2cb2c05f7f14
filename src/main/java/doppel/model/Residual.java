package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Adds a correction to a picture instead of painting it anew: two convolutions look at it, and what they answer is
 * added to it.
 *
 * <p>The second one begins with zeros, so that the block changes nothing until it has learned what to change. A deep
 * network of such blocks learns from its first step as a shallow one does.
 *
 * <p>Source: K. He et al., "Identity Mappings in Deep Residual Networks", ECCV 2016; faceswap's {@code ResidualBlock},
 * which bends the sum once more and begins with small numbers instead of none.
 *
 * @param channels that come in and go out
 */
record Residual(int channels) implements Block {

    private static final int KERNEL = 3;
    private static final float LEAK = 0.2f;

    @Override
    public String words() {
        return "residual: 2 x " + convolution().words();
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        var seen = convolution().forward(faces, weights.subList(0, 2));
        var active = ai.djl.nn.Activation.leakyRelu(seen, LEAK);
        return faces.add(convolution().forward(active, weights.subList(2, 4)));
    }

    @Override
    public List<Shape> weights() {
        return twice(convolution().weights());
    }

    @Override
    public List<String> names() {
        return List.of("first.weight", "first.bias", "second.weight", "second.bias");
    }

    @Override
    public List<float[]> begin(RandomGenerator random) {
        var first = convolution().begin(random);
        var zeros = first.stream().map(numbers -> new float[numbers.length]).toList();
        return Stream.concat(first.stream(), zeros.stream()).toList();
    }

    /** Both convolutions, what is bent in between, and the sum. */
    @Override
    public long kept(Shape input) {
        return 4 * input.size();
    }

    @Override
    public long multiplications(Shape input) {
        return 2 * convolution().multiplications(input);
    }

    private Convolution convolution() {
        return new Convolution(channels, channels, KERNEL, 1);
    }

    private static <T> List<T> twice(List<T> once) {
        return Stream.concat(once.stream(), once.stream()).toList();
    }
}
