package doppel.cli;

import doppel.Workbench;
import doppel.actor.ActorRecipe;
import doppel.actor.RenderBenchmark;
import doppel.clean.CleanBenchmark;
import doppel.extract.ExtractBenchmark;
import doppel.model.ModelDesign;
import doppel.train.StepBenchmark;
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
            description = "seconds a step, and the share of this machine's matrix-multiply peak",
            mixinStandardHelpOptions = true,
            showDefaultValues = true)
    void train(
            @Parameters(arity = "0..*", paramLabel = "MODEL", description = "book, light, fast; all if none is named")
                    List<String> models,
            @Option(names = "--seconds", defaultValue = "20", description = "how long to measure each")
                    double seconds) {
        var designs = models == null
                ? ModelDesign.presets()
                : models.stream().map(ModelDesign::named).toList();
        print(
                "%-8s %5s %7s %11s %9s %9s %9s %6s%n",
                "model", "batch", "threads", "s a step", "faces/s", "GFLOP/s", "peak", "share");
        for (var design : designs) {
            // fast as its preset trains it, the others as the book does
            var speed = StepBenchmark.measure(design, design.equals(ModelDesign.fast()) ? 6 : 16, seconds);
            print(
                    "%-8s %5d %7d %11.4f %9.0f %9.1f %9.1f %5.0f%%%n",
                    speed.design(),
                    speed.batch(),
                    speed.threads(),
                    speed.seconds(),
                    speed.facesPerSecond(),
                    speed.gigaflops(),
                    speed.peakGigaflops(),
                    100 * speed.share());
        }
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
        spec.commandLine().getOut().flush();
    }
}
