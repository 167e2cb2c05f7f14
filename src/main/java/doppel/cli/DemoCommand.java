package doppel.cli;

import doppel.Workbench;
import doppel.compute.Json;
import doppel.evaluate.SwapReport;
import doppel.extract.ExtractOptions;
import doppel.model.ModelDesign;
import doppel.swap.SwapOptions;
import doppel.train.RunFolder;
import doppel.train.TrainOptions;
import doppel.train.TrainStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The whole workflow in one command: extract both actors, train, swap A's face into B's clip, measure, report.
 *
 * <p>Every act goes on where it was stopped, so the demo does too. When all is done already, it shows the result.
 */
@Command(
        name = "demo",
        description = "extracts the two actors, trains, swaps A's face into B's clip, and measures the result",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DemoCommand implements Callable<Integer> {

    private static final String SIDE_BY_SIDE = "side-by-side.mp4";

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "1", description = "how long to train")
    private double minutes;

    @Option(names = "--model", defaultValue = "sharp", description = "fast, sharp, iae, light, book or large")
    private String model;

    @Option(names = "--from-scratch", description = "begin with random numbers instead of a network that knows faces")
    private boolean fromScratch;

    @Option(names = "--name", defaultValue = "demo", description = "name of the run: its folder is data/runs/NAME")
    private String name;

    @Override
    public Integer call() throws IOException {
        var start = System.nanoTime();
        var quick = TrainOptions.usual(ModelDesign.named(model)).withBudget(0, minutes);
        var options = fromScratch ? quick.fromScratch() : quick;
        try (var bench = Workbench.open()) {
            var run = bench.run(name);
            if (isDone(bench, run, options)) {
                spec.commandLine().getOut().printf("the demo is done already; --name starts another%n");
            } else {
                make(bench, run, options, start);
            }
            show(run);
            return 0;
        }
    }

    /** Trained at least as long as asked, swapped and reported with the weights that came of it. */
    private static boolean isDone(Workbench bench, RunFolder run, TrainOptions options) throws IOException {
        if (!bench.isReported(run, bench.actor("b").clip(), SwapOptions.standard())) {
            return false;
        }
        var card = run.card();
        return options.done(card.steps(), card.seconds()) >= 1;
    }

    private void make(Workbench bench, RunFolder run, TrainOptions options, long start) throws IOException {
        var acts = new Acts(bench, spec.commandLine().getOut());
        var a = bench.actor("a");
        var b = bench.actor("b");
        var secondsEarlier = run.lastStep().map(TrainStep::seconds).orElse(0.0);

        var facesA = acts.extract(a.clip(), a.alias(), bench.faces(a.alias()), ExtractOptions.standard());
        var facesB = acts.extract(b.clip(), b.alias(), bench.faces(b.alias()), ExtractOptions.standard());
        acts.train(run.name(), facesA, facesB, options);
        acts.swap(run, b.clip(), run.swap(), SwapOptions.standard());
        bench.sideBySide(run, b.clip(), run.swap(), run.path().resolve(SIDE_BY_SIDE));
        // training that an earlier, interrupted demo did counts; its other acts took seconds and are not known any more
        var seconds = (System.nanoTime() - start) / 1e9 + secondsEarlier;
        bench.report(run, seconds);
    }

    private void show(RunFolder run) throws IOException {
        var out = spec.commandLine().getOut();
        var numbers =
                Json.mapper().readTree(run.path().resolve(SwapReport.NUMBERS).toFile());
        out.printf(
                "PSNR %.2f dB (no swap %.2f, warp and paste %.2f), SSIM %.3f (%.3f, %.3f)%n",
                numbers.path("psnr").asDouble(),
                numbers.path("psnrNoSwap").asDouble(),
                numbers.path("psnrWarpPaste").asDouble(),
                numbers.path("ssim").asDouble(),
                numbers.path("ssimNoSwap").asDouble(),
                numbers.path("ssimWarpPaste").asDouble());
        out.printf(
                "identity: cosine to A %.3f, to B %.3f; %.0f s in all%n",
                numbers.path("identityToA").asDouble(),
                numbers.path("identityToB").asDouble(),
                numbers.path("secondsTotal").asDouble());
        out.println("  " + shown(run.swap()));
        for (var file : new String[] {SIDE_BY_SIDE, SwapReport.PAGE, SwapReport.NUMBERS}) {
            out.println("  " + shown(run.path().resolve(file)));
        }
    }

    private static Path shown(Path file) {
        var here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
