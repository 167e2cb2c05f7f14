package doppel.model;

import java.util.random.RandomGenerator;

/**
 * The random numbers that weights begin with: spread so that a signal keeps its strength from layer to layer.
 *
 * <p>The book leaves PyTorch's default, under which a signal fades to about half in each of its eleven layers.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI". Source: K. He et al., "Delving Deep into Rectifiers", ICCV 2015.
 */
final class Beginning {

    /** The variance that a leaky activation after the layer takes away, given back. */
    static final double BEFORE_LEAKY = 2 / (1 + Activation.LEAK * Activation.LEAK);

    static final double BEFORE_NOTHING = 1;

    private Beginning() {}

    /**
     * Numbers from an even spread around 0 whose variance is {@code gain / inputs}.
     *
     * @param inputs how many numbers are summed for one output
     */
    static float[] spread(int count, int inputs, double gain, RandomGenerator random) {
        var bound = Math.sqrt(3 * gain / inputs);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }
}
