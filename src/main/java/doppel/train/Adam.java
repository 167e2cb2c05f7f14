package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.OperatorPack;
import doppel.compute.OperatorPack.AdamNumbers;
import doppel.compute.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
 * <p>With AdamW the weights of layers also decay; what is added in a layer, its bias, does not.
 *
 * <p>Book: chapter 6, the optimizers. Source: D. Kingma, J. Ba, "Adam", ICLR 2015; I. Loshchilov, F. Hutter, "Decoupled
 * weight decay regularization", ICLR 2019.
 */
final class Adam implements AutoCloseable {

    static final double BETA2 = 0.999;

    /** As in faceswap; PyTorch's own is 1e-8. */
    static final double EPSILON = 1e-7;

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<NDArray> weights;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final List<NDArray> counts = new ArrayList<>();
    private final Optional<OperatorPack> pack;
    private OptimizerOptions options;

    private Adam(NDManager owner, Map<String, NDArray> weights, OptimizerOptions options, Optional<OperatorPack> pack) {
        this.options = options;
        this.names = List.copyOf(weights.keySet());
        this.weights = List.copyOf(weights.values());
        this.pack = pack;
        for (var weight : this.weights) {
            weight.setRequiresGradient(true);
            means.add(owner.zeros(weight.getShape()));
            squares.add(owner.zeros(weight.getShape()));
            counts.add(owner.zeros(new Shape()));
            places.put(names.get(places.size()), places.size());
        }
    }

    /**
     * For {@code weights}, which begin to take gradients.
     *
     * @param owner of what this remembers
     */
    static Adam of(NDManager owner, Map<String, NDArray> weights, OptimizerOptions options) {
        return new Adam(owner, weights, options, OperatorPack.open(owner));
    }

    /** The same computed with DJL's own operations, several times as slow: for a libtorch without the fused one. */
    static Adam plain(NDManager owner, Map<String, NDArray> weights, OptimizerOptions options) {
        return new Adam(owner, weights, options, Optional.empty());
    }

    /** From the next step on, clips and decays in another way. */
    void change(OptimizerOptions value) {
        options = value;
    }

    /** Moves all weights by the gradients of one batch, as {@link #step(NDManager, double, Collection, int)}. */
    NDArray step(NDManager scope, double rate) {
        return step(scope, rate, names, 1);
    }

    /**
     * Takes a step with the gradients that some weights have, and sets them to 0. All others stay as they are, and so does
     * what is remembered of them: their steps are counted one by one, and a mean that wavers on alone would move them.
     *
     * @param scope owner of what is computed on the way
     * @param moving names of the weights; one whose gradient nothing flowed into counts as one of gradient 0
     * @param batches how many batches the gradients are the sum of
     * @return the length of the mean gradient of a batch, all weights taken as one vector, before it was clipped: one
     *     number. If it is not finite, nothing moved
     */
    NDArray step(NDManager scope, double rate, Collection<String> moving, int batches) {
        var layers = new ArrayList<Integer>();
        var biases = new ArrayList<Integer>();
        var gradients = new LinkedHashMap<Integer, NDArray>();
        for (var name : moving) {
            int place = places.get(name);
            (isBias(weights.get(place)) ? biases : layers).add(place);
            var gradient = weights.get(place).getGradient();
            gradient.attach(scope);
            gradients.put(place, gradient);
        }
        var numbers = new AdamNumbers(rate, options.beta1(), BETA2, EPSILON, options.weightDecay(), options.clip());
        if (pack.isEmpty()) {
            return Torch.withoutGradients(() -> plainStep(scope, gradients, batches, numbers));
        }
        var norm = pack.get().norm(List.copyOf(gradients.values()), batches);
        fusedStep(layers, gradients, norm, batches, numbers);
        fusedStep(biases, gradients, norm, batches, numbers.withoutDecay());
        return norm;
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

    private static boolean isBias(NDArray weight) {
        return weight.getShape().dimension() < 2;
    }

    private void fusedStep(
            List<Integer> chosen, Map<Integer, NDArray> gradients, NDArray norm, int batches, AdamNumbers numbers) {
        if (!chosen.isEmpty()) {
            pack.orElseThrow()
                    .adam(
                            chosen.stream().map(weights::get).toList(),
                            chosen.stream().map(gradients::get).toList(),
                            chosen.stream().map(means::get).toList(),
                            chosen.stream().map(squares::get).toList(),
                            chosen.stream().map(counts::get).toList(),
                            norm,
                            batches,
                            numbers);
        }
    }

    private NDArray plainStep(NDManager scope, Map<Integer, NDArray> gradients, int batches, AdamNumbers numbers) {
        double sum = 0;
        for (var gradient : gradients.values()) {
            try (var squared = gradient.square();
                    var part = squared.sum()) {
                sum += part.getFloat();
            }
        }
        var norm = (float) (Math.sqrt(sum) / batches);
        var divisor = batches * (numbers.clip() > 0 ? Math.max(1, norm / numbers.clip()) : 1);
        gradients.forEach((i, gradient) -> {
            if (Float.isFinite(norm)) {
                move(i, gradient.divi(divisor), isBias(weights.get(i)) ? numbers.withoutDecay() : numbers);
            }
            OperatorPack.forgetGradient(weights.get(i));
        });
        return scope.create(norm);
    }

    private void move(int i, NDArray gradient, AdamNumbers numbers) {
        var mean = means.get(i);
        var square = squares.get(i);
        var count = counts.get(i).addi(1).getFloat();
        weights.get(i).muli(1 - numbers.rate() * numbers.decay());
        mean.muli(numbers.beta1()).addi(gradient.mul(1 - numbers.beta1()));
        square.muli(numbers.beta2()).addi(gradient.mul(gradient).muli(1 - numbers.beta2()));
        // both means began at 0 and are too small at first; the divisions make up for it
        try (var root = square.sqrt();
                var quotient = mean.div(root.divi(Math.sqrt(1 - Math.pow(numbers.beta2(), count)))
                        .addi(numbers.epsilon()))) {
            weights.get(i).subi(quotient.muli(numbers.rate() / (1 - Math.pow(numbers.beta1(), count))));
        }
    }
}
