package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.OperatorPack;
import doppel.compute.Torch;
import doppel.model.SwapModel;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The running mean of a network's weights: a network of its own, which draws what is shown and swapped.
 *
 * <p>Each step throws the weights a little to one side of where they are going. The mean over the last steps lies in the
 * middle, and what it draws wavers less; the steps themselves go on from the weights as they are.
 *
 * <p>The mean begins short, over the last tenth of the steps so far, and grows to its full length: a long one would
 * remember random numbers.
 *
 * <p>Source: B. Polyak, A. Juditsky, "Acceleration of stochastic approximation by averaging", 1992; TensorFlow,
 * {@code tf.train.ExponentialMovingAverage} for the beginning.
 */
final class WeightAverage implements AutoCloseable {

    private static final String STEPS = "steps";

    private final double keeps;
    private final SwapModel mean;
    private final NDArray steps;
    private final Optional<OperatorPack> pack;

    /**
     * Begins at the weights of {@code model}.
     *
     * @param keeps share of its past that the mean keeps in the end, above 0 and below 1
     */
    WeightAverage(NDManager owner, SwapModel model, double keeps) {
        this.keeps = keeps;
        this.mean = model.copy();
        this.steps = owner.zeros(new Shape());
        this.pack = OperatorPack.open(owner);
    }

    /** The network of the mean weights; whoever keeps this closes it. */
    SwapModel model() {
        return mean;
    }

    /** Takes a step in: a little of each of these weights. */
    void follow(Map<String, NDArray> weights, Collection<String> moved) {
        var count = steps.addi(1).getFloat();
        var share = 1 - Math.min(keeps, (1 + count) / (10 + count));
        var means = mean.weights();
        if (pack.isPresent()) {
            pack.get()
                    .approach(
                            moved.stream().map(means::get).toList(),
                            moved.stream().map(weights::get).toList(),
                            share);
        } else {
            Torch.withoutGradients(() -> {
                moved.forEach(name -> approach(means.get(name), weights.get(name), share));
                return null;
            });
        }
    }

    /** What a checkpoint must keep. */
    Map<String, NDArray> memory() {
        var all = new LinkedHashMap<>(mean.weights());
        all.put(STEPS, steps);
        return all;
    }

    /**
     * Takes over what {@link #memory} gave.
     *
     * @throws IOException if it is the mean of another network
     */
    void restore(Map<String, NDArray> saved) throws IOException {
        var memory = memory();
        if (!saved.keySet().equals(memory.keySet())) {
            throw new IOException("the mean of the weights is that of another network: restore the checkpoint");
        }
        memory.forEach((name, array) -> copy(saved.get(name), array));
    }

    @Override
    public void close() {
        pack.ifPresent(OperatorPack::close);
        mean.close();
    }

    private static void approach(NDArray mean, NDArray weight, double share) {
        try (var way = weight.sub(mean)) {
            mean.addi(way.muli(share));
        }
    }

    private static void copy(NDArray from, NDArray to) {
        to.subi(to).addi(from); // DJL's copyTo lets libtorch print a warning
    }
}
