package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One piece of a network: what it computes and which weights it needs. The weights themselves live in a {@link Part}.
 *
 * <p>Shapes here are those of one face, {@code (channels, height, width)} or {@code (numbers)}; arrays have the faces
 * of a batch in front of that.
 */
interface Block {

    /** What it is, for people: {@code convolution 5 x 5, stride 2}. */
    String words();

    /** The shape that comes out when {@code input} goes in. */
    Shape output(Shape input);

    /**
     * @param faces of a batch
     * @param weights as {@link #weights()} lists them; of the type of {@code faces}, which may be narrower than 32 bits
     */
    NDArray forward(NDArray faces, List<NDArray> weights);

    /** The shapes of its weights, in the order in which {@link #forward} takes them; empty if it learns nothing. */
    default List<Shape> weights() {
        return List.of();
    }

    /** What each of them is called. */
    default List<String> names() {
        return weights().isEmpty() ? List.of() : List.of("weight", "bias");
    }

    /** Numbers to begin training with, one list a weight. */
    default List<float[]> begin(RandomGenerator random) {
        return List.of();
    }

    /** Numbers of one face that must be kept until the gradients were followed back through this block. */
    default long kept(Shape input) {
        return output(input).size();
    }

    /** Multiplications with a weight that one face takes. */
    default long multiplications(Shape input) {
        return 0;
    }
}
