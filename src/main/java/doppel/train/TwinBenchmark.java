package doppel.train;

import doppel.compute.Json;
import doppel.compute.Safetensors;
import doppel.compute.Torch;
import doppel.model.Channels;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures Doppel's steps against those of the same network in PyTorch.
 *
 * <ol>
 *   <li>Both take the same weights and the same batch.
 *   <li>Both take three steps, and their losses must be the same after each: who computes something else is not compared.
 *   <li>They train in turns for some seconds each, and who begins changes from round to round, so that whatever else the
 *       machine does disturbs both alike.
 *   <li>What counts is the median of the ratios of the rounds.
 * </ol>
 */
public final class TwinBenchmark {

    private static final int EQUAL_STEPS = 3;
    private static final double TOLERANCE = 1e-4;

    /** Once the weights moved: where a gradient is next to nothing, rounding decides which way Adam goes. */
    private static final double LATER_TOLERANCE = 1e-3;

    private static final double RATE = 1e-4;

    private final Trainer trainer;
    private final StepBatch batch;

    private TwinBenchmark(Trainer trainer, StepBatch batch) {
        this.trainer = trainer;
        this.batch = batch;
    }

    /** What the twin is told. */
    private record Plan(
            String architecture,
            Channels channels,
            int halvings,
            int size,
            int faces,
            int threads,
            double rate,
            double beta1,
            double epsilon) {}

    /**
     * @param bench the folder of the twin, {@code environment/bench}
     * @param batch faces a side, 1 to 256
     * @param rounds 1 or more
     * @param seconds of a round, for each of the two
     * @throws IllegalArgumentException if the design has blocks that the twin does not have
     * @throws IllegalStateException if PyTorch is not set up, or computes something else than Doppel
     * @throws IOException if the twin fails
     */
    public static TwinSpeed measure(Path bench, ModelDesign design, int batch, int rounds, double seconds)
            throws IOException {
        if (design.residual() || design.mask()) {
            throw new IllegalArgumentException(
                    "the twin has no residual blocks and draws no mask, but %s does: compare a design without them"
                            .formatted(design.name()));
        }
        var options = LearnOptions.quick();
        var faces = StepBatch.of(2 * batch, design.size());
        var work = Files.createTempDirectory("twin");
        try (var trainer = new Trainer(SwapModel.create(design, 1), options)) {
            Safetensors.write(work.resolve("model.safetensors"), trainer.model().weights());
            write(work.resolve("input"), faces.input());
            write(work.resolve("target"), faces.target());
            write(work.resolve("weights"), faces.weights());
            Json.write(
                    work.resolve("twin.json"),
                    new Plan(
                            design.architecture().name(),
                            design.channels(),
                            design.halvings(),
                            design.size(),
                            2 * batch,
                            Torch.threads(),
                            RATE,
                            options.optimizer().beta1(),
                            Adam.EPSILON));
            try (var twin = PyTorchTwin.start(bench, work)) {
                var benchmark = new TwinBenchmark(trainer, faces);
                benchmark.requireEqual(twin, design);
                return benchmark.rounds(twin, design, batch, rounds, seconds);
            }
        } finally {
            try (var files = Files.list(work)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    private void requireEqual(PyTorchTwin twin, ModelDesign design) throws IOException {
        if (twin.greeting().parameters() != design.parameters()) {
            throw new IllegalStateException("%s has %d parameters here and %d in PyTorch: train_twin.py must be mended"
                    .formatted(
                            design.name(), design.parameters(), twin.greeting().parameters()));
        }
        for (int step = 1; step <= EQUAL_STEPS; step++) {
            var here = step();
            var there = twin.step();
            var tolerance = step == 1 ? TOLERANCE : LATER_TOLERANCE;
            for (int side = 0; side < here.length; side++) {
                if (!(Math.abs(here[side] - there[side]) <= tolerance * here[side])) {
                    throw new IllegalStateException(
                            "after %d steps the losses of %s are %s and %s here and %s and %s in PyTorch: %s"
                                    .formatted(
                                            step - 1,
                                            design.name(),
                                            here[0],
                                            here[1],
                                            there[0],
                                            there[1],
                                            "train_twin.py must be mended"));
                }
            }
        }
    }

    private TwinSpeed rounds(PyTorchTwin twin, ModelDesign design, int faces, int rounds, double seconds)
            throws IOException {
        var here = new ArrayList<Double>();
        var there = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            var twinFirst = round % 2 == 1;
            var before = twinFirst ? twin.steps(seconds) : List.<Double>of();
            var own = steps(seconds);
            var other = twinFirst ? before : twin.steps(seconds);
            here.addAll(own);
            there.addAll(other);
            ratios.add(median(other) / median(own));
        }
        return new TwinSpeed(
                design.name(),
                faces,
                twin.greeting().version(),
                median(here),
                median(there),
                median(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private List<Double> steps(double seconds) {
        var times = new ArrayList<Double>();
        var begin = System.nanoTime();
        while (times.isEmpty() || since(begin) < seconds) {
            var start = System.nanoTime();
            step();
            times.add(since(start));
        }
        return times;
    }

    private float[] step() {
        var learned = trainer.step(batch.input(), batch.target(), batch.weights(), RATE);
        return new float[] {learned.lossA(), learned.lossB()};
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var rest = bytes.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static double since(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }
}
