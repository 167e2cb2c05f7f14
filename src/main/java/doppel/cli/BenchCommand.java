package doppel.cli;

import doppel.Workbench;
import doppel.actor.ActorRecipe;
import doppel.actor.RenderBenchmark;
import doppel.clean.CleanBenchmark;
import doppel.compute.Torch;
import doppel.extract.ExtractBenchmark;
import doppel.model.ModelDesign;
import doppel.train.StepBenchmark;
import doppel.train.TrainingPlan;
import doppel.train.TwinBenchmark;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speeds on this machine, beside the limit that counts for each. */
@Command(
        name = "bench",
        description = "measures this machine's speeds",
        subcommands = QualityCommand.class,
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Without a subcommand: all. */
    @Override
    public Integer call() {
        return Stream.of("actors", "extract", "clean", "train")
                .mapToInt(name -> spec.commandLine().execute(name))
                .max()
                .orElseThrow();
    }

    @Command(
            name = "actors",
            description = "seconds a rendered frame, and what each stage takes",
            mixinStandardHelpOptions = true)
    void actors() {
        for (var size : List.of(512, 128)) {
            var speed = RenderBenchmark.run(ActorRecipe.preset("a"), size);
            print(
                    "actors, %d x %d: %.3f s a frame, %.2f s to cast%n",
                    size, size, speed.seconds(), speed.castSeconds());
            speed.stages()
                    .forEach((stage, seconds) ->
                            print("  %-10s %6.3f s%n", stage.name().toLowerCase(Locale.ROOT), seconds));
        }
    }

    @Command(
            name = "extract",
            description = "frames a second of an extraction, and what each step takes",
            mixinStandardHelpOptions = true)
    void extract() throws IOException {
        try (var bench = Workbench.open()) {
            var speed = ExtractBenchmark.run(bench.models(), bench.actor("b").clip());
            print(
                    "extract: %.1f frames a second, %.1f ms of processor time a frame%n",
                    speed.framesPerSecond(), speed.cpuMillisPerFrame());
            speed.stageMillis()
                    .forEach((stage, millis) ->
                            print("  %-10s %6.2f ms%n", stage.name().toLowerCase(Locale.ROOT), millis));
        }
    }

    @Command(
            name = "clean",
            description = "how well the standard rules find planted faults, and how long measuring faces takes",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    void clean(
            @Option(names = "--pictures", defaultValue = "400", description = "60 to 1000") int pictures,
            @Option(
                            names = "--seed",
                            defaultValue = "9",
                            description = "of the planted faults; limits were chosen on 7 and 8")
                    long seed)
            throws IOException {
        try (var bench = Workbench.open()) {
            var speed =
                    CleanBenchmark.run(bench.models(), bench.actor("a").clip().getParent(), pictures, seed);
            print(
                    "clean: %d faces measured in %.1f s, and again in %.2f s%n",
                    speed.faces(), speed.tableSeconds(), speed.againSeconds());
            print(
                    "  %-14s %-16s %6s %6s %6s %10s %7s%n",
                    "fault", "rule", "found", "alarms", "missed", "precision", "recall");
            for (var score : speed.scores().scores()) {
                print(
                        "  %-14s %-16s %6d %6d %6d %10.3f %7.3f%n",
                        score.kind().label(),
                        score.rule(),
                        score.found(),
                        score.alarms(),
                        score.missed(),
                        score.precision(),
                        score.recall());
            }
        }
    }

    @Command(
            name = "train",
            description = "seconds a step, the share of this machine's matrix-multiply peak, and where the time goes",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    void train(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "MODEL",
                            description = "such as fast, sharp, book; all that suit this machine if none is named")
                    List<String> models,
            @Option(
                            names = "--batch",
                            defaultValue = "0",
                            description = "faces a side; 0 for 6 where people share a decoder and 16 where not")
                    int batch,
            @Option(names = "--seconds", defaultValue = "20", description = "how long to measure each") double seconds,
            @Option(names = "--against-pytorch", description = "measures each beside the same network in PyTorch")
                    boolean againstPyTorch,
            @Option(names = "--rounds", defaultValue = "5", description = "against PyTorch, turns of each") int rounds,
            @Option(
                            names = "--plan",
                            paramLabel = "MINUTES",
                            description = "what each comes to within so many minutes: steps, and memory")
                    Double plan)
            throws IOException, InterruptedException {
        var designs = models == null
                ? suitable()
                : models.stream().map(ModelDesign::named).toList();
        if (plan != null) {
            var each = seconds / designs.size();
            var runs = TrainingPlan.measure(designs, design -> batch(design, batch), plan, each);
            print("%s%n", runs.describe());
        } else if (againstPyTorch) {
            againstPyTorch(designs, batch, rounds, seconds);
        } else {
            steps(designs, batch, seconds);
        }
    }

    private void steps(List<ModelDesign> designs, int batch, double seconds) throws InterruptedException {
        print(
                "%-8s %-9s %5s %7s %9s %8s %8s %8s %6s %6s %8s %9s %10s%n",
                "model",
                "precision",
                "batch",
                "threads",
                "s a step",
                "faces/s",
                "GFLOP/s",
                "peak",
                "share",
                "data",
                "forward",
                "backward",
                "optimizer");
        for (var design : designs) {
            var speed = StepBenchmark.measure(design, batch(design, batch), seconds);
            var shares = speed.shares();
            print(
                    "%-8s %-9s %5d %7d %9.4f %8.0f %8.1f %8.1f %5.0f%% %5.0f%% %7.0f%% %8.0f%% %9.0f%%%n",
                    speed.design(),
                    speed.precision(),
                    speed.batch(),
                    speed.threads(),
                    speed.seconds(),
                    speed.facesPerSecond(),
                    speed.gigaflops(),
                    speed.peakGigaflops(),
                    100 * speed.share(),
                    100 * shares.data(),
                    100 * shares.forward(),
                    100 * shares.backward(),
                    100 * shares.optimizer());
        }
    }

    private void againstPyTorch(List<ModelDesign> designs, int batch, int rounds, double seconds) throws IOException {
        try (var bench = Workbench.open()) {
            var twin = bench.project().resolve("environment/bench");
            print(
                    "%-8s %5s %14s %10s %10s %7s %7s %7s%n",
                    "model", "batch", "PyTorch", "s a step", "PyTorch's", "ratio", "least", "most");
            for (var design : designs) {
                var speed = TwinBenchmark.measure(twin, design, batch(design, batch), rounds, seconds / (2 * rounds));
                print(
                        "%-8s %5d %14s %10.4f %10.4f %7.2f %7.2f %7.2f%n",
                        speed.design(),
                        speed.batch(),
                        speed.version(),
                        speed.seconds(),
                        speed.twinSeconds(),
                        speed.ratio(),
                        speed.leastRatio(),
                        speed.mostRatio());
            }
        }
    }

    /** Without a graphics card, those that take steps in seconds. */
    private static List<ModelDesign> suitable() {
        return ModelDesign.presets().stream()
                .filter(design -> Torch.hasGpu() || !design.equals(ModelDesign.large()))
                .toList();
    }

    /** As the presets train them: small ones in small batches, the book's as the book does. */
    private static int batch(ModelDesign design, int asked) {
        return asked > 0 ? asked : design.sharesDecoder() ? 6 : 16;
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
        spec.commandLine().getOut().flush();
    }
}
