package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.model.FacePixels;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes the steps: draw the faces, compare, follow the gradients back, move the weights.
 *
 * <p>Everything that a step computes belongs to a scope of its own and is freed with it, so the memory of a run stays
 * what it was after the first step.
 *
 * <p>Book: chapter 6, "Exploring the training code", the training loop.
 */
final class Trainer implements AutoCloseable {

    /** libtorch records one computation at a time, also if two runs share the process. */
    private static final Object ONE_AT_A_TIME = new Object();

    private static final List<Integer> BOTH_SIDES = List.of(Side.A.ordinal(), Side.B.ordinal());

    private final NDManager owner;
    private final SwapModel model;
    private final Adam adam;
    private final Optional<WeightAverage> average;
    private final TotalLoss loss;
    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> shared;
    private boolean sharedMoves = true;

    /** What was gathered and has not moved anything yet: names of weights, and what {@link LossValue} holds, a batch each. */
    private final Collection<String> touched = new LinkedHashSet<>();

    private final NDList values = new NDList();

    /** Takes {@code model} over and closes it in the end. */
    Trainer(SwapModel model, LearnOptions options) {
        this.owner = Torch.newManager();
        this.model = model;
        this.weights = model.weights();
        this.adam = Adam.of(owner, weights, options.optimizer());
        this.average = options.optimizer().average() > 0
                ? Optional.of(
                        new WeightAverage(owner, model, options.optimizer().average()))
                : Optional.empty();
        this.loss = new TotalLoss(owner, options.losses(), model.design().size());
        this.shared = new LinkedHashMap<>(weights);
        for (int person = 0; person < model.people(); person++) {
            shared.keySet().removeAll(model.weightsOf(person).keySet());
        }
    }

    /** Learns from one batch of the two people of a run: gathers, and moves. */
    Learned step(ByteBuffer input, ByteBuffer target, ByteBuffer weights, double rate) {
        return step(input, target, weights, BOTH_SIDES, Moving.ALL, rate);
    }

    /** Learns from one batch: {@link #gather gathers}, and {@link #move moves}. */
    Learned step(
            ByteBuffer input, ByteBuffer target, ByteBuffer weights, List<Integer> people, Moving moving, double rate) {
        gather(input, target, weights, people, moving);
        return move(rate);
    }

    /** Gathers from one batch of the two people of a run. */
    void gather(ByteBuffer input, ByteBuffer target, ByteBuffer weights, Moving moving) {
        gather(input, target, weights, BOTH_SIDES, moving);
    }

    /**
     * Adds the gradients of one batch to those that were gathered before; the weights stay as they are.
     *
     * @param input what the encoder sees, {@code (K N, size, size, 3)}, 8-bit, red green blue; a direct buffer
     * @param target what should be drawn, alike
     * @param weights how much each pixel counts, {@code (K N, size, size)}, 32-bit; a direct buffer
     * @param people whom the first N faces show, the next N, and so on: K people, an even number of them
     * @param moving which weights learn; those of people who are not in the batch never do
     */
    void gather(ByteBuffer input, ByteBuffer target, ByteBuffer weights, List<Integer> people, Moving moving) {
        var size = model.design().size();
        var faces = input.remaining() / (3 * size * size);
        moveShared(moving == Moving.ALL);
        touched.addAll(sharedMoves ? shared.keySet() : List.of());
        people.forEach(person -> touched.addAll(model.weightsOf(person).keySet()));
        try (var scope = owner.newSubManager()) {
            var seen = FacePixels.unpacked(scope, input, faces, size);
            var wanted = FacePixels.unpacked(scope, target, faces, size);
            var counted = scope.create(weights, new Shape(faces, 1, size, size), DataType.FLOAT32);
            values.add(followBack(seen, wanted, counted, people));
        }
    }

    /**
     * Moves the weights by the mean of what was gathered, unless that is not a number: then they stay as they are.
     *
     * @param rate how far to go
     * @return the means over the batches; the losses are those of the first half of the people and of the second half, so
     *     with two people those of side A and side B
     */
    Learned move(double rate) {
        try (var scope = owner.newSubManager()) {
            var norm = adam.step(scope, rate, touched, values.size());
            average.ifPresent(mean -> mean.follow(weights, touched));
            values.attach(scope);
            var learned = learned(NDArrays.stack(values).mean(new int[] {0}), norm);
            touched.clear();
            values.clear();
            return learned;
        }
    }

    /** From the next step on, moves in another way. */
    void change(OptimizerOptions options) {
        adam.change(options);
    }

    /** The weights as they are, from which learning goes on. */
    SwapModel model() {
        return model;
    }

    /** The network to draw with: the mean of the last weights if the options ask for one, else the weights as they are. */
    SwapModel drawing() {
        return average.map(WeightAverage::model).orElse(model);
    }

    Adam adam() {
        return adam;
    }

    Optional<WeightAverage> average() {
        return average;
    }

    /**
     * Refuses weights that must not be saved, because they would replace good ones.
     *
     * @throws IllegalStateException if a weight is not a number; names the array it is in
     */
    void requireNumbers() {
        weights.forEach((name, array) -> {
            try (var sum = array.sum()) {
                if (!Float.isFinite(sum.getFloat())) {
                    throw new IllegalStateException(name + " holds weights that are not numbers:"
                            + " go on from the last checkpoint with a lower learning rate");
                }
            }
        });
    }

    @Override
    public void close() {
        adam.close();
        average.ifPresent(WeightAverage::close);
        model.close();
        owner.close();
    }

    /** Weights that do not learn take no gradients either, so there is less to follow back. */
    private void moveShared(boolean moves) {
        if (moves != sharedMoves) {
            shared.values().forEach(weight -> weight.setRequiresGradient(moves));
            sharedMoves = moves;
        }
    }

    /** A row for the loss and one for each of its terms, of two columns. */
    private NDArray followBack(NDArray seen, NDArray wanted, NDArray counted, List<Integer> people) {
        synchronized (ONE_AT_A_TIME) {
            try (var collector = Torch.newGradientCollector()) {
                var value = loss.valueOf(model.draw(seen, people), wanted, counted);
                collector.backward(value.total().sum());
                return Torch.withoutGradients(() -> {
                    var rows = new NDList(value.total());
                    rows.addAll(value.terms());
                    var table = NDArrays.stack(rows);
                    table.attach(owner);
                    return table;
                });
            }
        }
    }

    /** Reads all numbers at once, last of all: whoever reads a number from a graphics card waits until it is done. */
    private static Learned learned(NDArray table, NDArray norm) {
        var numbers =
                NDArrays.concat(new NDList(table.flatten(), norm.reshape(1))).toFloatArray();
        var terms = IntStream.range(1, numbers.length / 2)
                .mapToObj(term -> (numbers[2 * term] + numbers[2 * term + 1]) / 2)
                .toList();
        return new Learned(numbers[0], numbers[1], terms, numbers[numbers.length - 1]);
    }
}
