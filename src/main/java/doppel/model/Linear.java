package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes each number of its output a weighted sum of all numbers of its input.
 *
 * <p>This is where the picture stops being a picture: the narrow one in the middle of the encoder leaves only what a
 * face needs to be told, its code.
 *
 * <p>Book: chapter 6, the encoder.
 *
 * @param in numbers that come in; a picture is read row by row
 * @param out numbers that go out
 */
record Linear(int in, int out) implements Block {

    @Override
    public String words() {
        return "linear";
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(out);
    }

    @Override
    public NDArray forward(NDArray faces, List<NDArray> weights) {
        var flat = faces.reshape(-1, in);
        return ai.djl.nn.core.Linear.linear(flat, weights.get(0), weights.get(1))
                .singletonOrThrow();
    }

    @Override
    public List<Shape> weights() {
        return List.of(new Shape(out, in), new Shape(out));
    }

    @Override
    public List<float[]> begin(RandomGenerator random) {
        return List.of(Beginning.spread(out * in, in, Beginning.BEFORE_NOTHING, random), new float[out]);
    }

    @Override
    public long multiplications(Shape input) {
        return (long) in * out;
    }
}
