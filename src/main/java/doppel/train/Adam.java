package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.OperatorPack;
import doppel.compute.OperatorPack.AdamNumbers;
import doppel.compute.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves every weight against its gradient, each at its own pace: far where the gradient keeps its direction, little
 * where it wavers.
 *
 * <p>For that it remembers two numbers a weight, the running means of the gradient and of its square. They are as much
 * a part of the run as the weights: without them, a resumed run takes hundreds of steps to find its pace again. The
 * book does not save them.
 *
 * <p>Book: chapter 6, the optimizers. Source: D. Kingma, J. Ba, "Adam", ICLR 2015.
 */
final class Adam implements AutoCloseable {

    private static final double BETA2 = 0.999;

    /** As in faceswap; PyTorch's own is 1e-8. */
    private static final double EPSILON = 1e-7;

    private final double beta1;
    private final List<String> names;
    private final List<NDArray> weights;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final List<NDArray> counts = new ArrayList<>();
    private final Optional<OperatorPack> pack;

    private Adam(NDManager owner, Map<String, NDArray> weights, double beta1, Optional<OperatorPack> pack) {
        this.beta1 = beta1;
        this.names = List.copyOf(weights.keySet());
        this.weights = List.copyOf(weights.values());
        this.pack = pack;
        for (var weight : this.weights) {
            weight.setRequiresGradient(true);
            means.add(owner.zeros(weight.getShape()));
            squares.add(owner.zeros(weight.getShape()));
            counts.add(owner.zeros(new Shape()));
        }
    }

    /**
     * For {@code weights}, which begin to take gradients.
     *
     * @param owner of what this remembers
     */
    static Adam of(NDManager owner, Map<String, NDArray> weights, double beta1) {
        return new Adam(owner, weights, beta1, OperatorPack.open(owner));
    }

    /** The same computed with DJL's own operations, several times as slow: for a libtorch without the fused one. */
    static Adam plain(NDManager owner, Map<String, NDArray> weights, double beta1) {
        return new Adam(owner, weights, beta1, Optional.empty());
    }

    /**
     * Takes a step with the gradients that the weights have, and sets them to 0.
     *
     * @param scope owner of what is computed on the way
     */
    void step(NDManager scope, double rate) {
        var gradients = new ArrayList<NDArray>();
        for (var weight : weights) {
            var gradient = weight.getGradient();
            gradient.attach(scope);
            gradients.add(gradient);
        }
        var numbers = new AdamNumbers(rate, beta1, BETA2, EPSILON);
        if (pack.isPresent()) {
            pack.get().adam(weights, gradients, means, squares, counts, numbers);
        } else {
            Torch.withoutGradients(() -> {
                for (int i = 0; i < weights.size(); i++) {
                    step(i, gradients.get(i), numbers);
                }
                return null;
            });
        }
    }

    /** What it remembers, by name: what a checkpoint must keep. */
    Map<String, NDArray> memory() {
        var all = new LinkedHashMap<String, NDArray>();
        for (int i = 0; i < names.size(); i++) {
            all.put("mean." + names.get(i), means.get(i));
            all.put("square." + names.get(i), squares.get(i));
            all.put("count." + names.get(i), counts.get(i));
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * Takes over what {@link #memory} gave.
     *
     * @throws IOException if it is the memory of other weights
     */
    void restore(Map<String, NDArray> saved) throws IOException {
        var memory = memory();
        if (!saved.keySet().equals(memory.keySet())) {
            throw new IOException("the optimizer's memory is that of another network: restore the checkpoint");
        }
        for (var name : memory.keySet()) {
            var mine = memory.get(name);
            if (!mine.getShape().equals(saved.get(name).getShape())) {
                throw new IOException("%s has the shape %s, expected %s: restore the checkpoint"
                        .formatted(name, saved.get(name).getShape(), mine.getShape()));
            }
            mine.subi(mine).addi(saved.get(name)); // DJL's copyTo lets libtorch print a warning
        }
    }

    @Override
    public void close() {
        pack.ifPresent(OperatorPack::close);
    }

    private void step(int i, NDArray gradient, AdamNumbers numbers) {
        var mean = means.get(i);
        var square = squares.get(i);
        var count = counts.get(i).addi(1).getFloat();
        mean.muli(beta1).addi(gradient.mul(1 - beta1));
        square.muli(BETA2).addi(gradient.mul(gradient).muli(1 - BETA2));
        // both means began at 0 and are too small at first; the divisions make up for it
        try (var root = square.sqrt();
                var quotient = mean.div(
                        root.divi(Math.sqrt(1 - Math.pow(BETA2, count))).addi(EPSILON))) {
            weights.get(i).subi(quotient.muli(numbers.rate() / (1 - Math.pow(beta1, count))));
        }
        gradient.subi(gradient);
    }
}
