package doppel.cli;

import doppel.Workbench;
import doppel.model.Side;
import doppel.swap.ColorMatch;
import doppel.swap.SwapOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chapter 7 at the terminal: a trained run paints a clip. */
@Command(
        name = "swap",
        description = "swaps the face in every frame of a clip, with the sound kept and the result marked",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SwapCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "name of a trained run")
    private String run;

    @Parameters(paramLabel = "TARGET", description = "the clip to paint over, or a folder of pictures")
    private Path target;

    @Option(names = "--into", description = "MP4 file to write (default: swap.mp4 in the run's folder)")
    private Path into;

    @Option(names = "--show", defaultValue = "A", description = "whose face appears: A or B")
    private Side show;

    @Option(names = "--color", defaultValue = "MEAN_AND_SPREAD", description = "${COMPLETION-CANDIDATES}")
    private ColorMatch color;

    @Option(names = "--feather", defaultValue = "0.03", description = "softness of the edge, share of the face's width")
    private double feather;

    @Option(names = "--erode", defaultValue = "0", description = "how far the mask is drawn in, share of the width")
    private double erode;

    @Override
    public Integer call() throws IOException {
        var options = new SwapOptions(show, color, feather, erode);
        try (var bench = Workbench.open()) {
            var folder = bench.run(run);
            var output = into == null ? folder.swap() : into;
            new Acts(bench, spec.commandLine().getOut()).swap(folder, target, output, options);
            return 0;
        }
    }
}
