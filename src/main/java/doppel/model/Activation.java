package doppel.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Bends the straight line between input and output, number by number; without it, many layers would be one.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the activation layers.
 */
enum Activation implements Block {
    /** Lets what is above 0 through, and a tenth of what is below, so that no window falls silent for good. */
    LEAKY {
        @Override
        public NDArray forward(NDArray faces, List<NDArray> weights) {
            return ai.djl.nn.Activation.leakyRelu(faces, (float) LEAK);
        }
    },
    /** Presses any number into 0 to 1, the range of a color. */
    SIGMOID {
        @Override
        public NDArray forward(NDArray faces, List<NDArray> weights) {
            return ai.djl.nn.Activation.sigmoid(faces);
        }
    };

    static final double LEAK = 0.1;

    @Override
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }
}
