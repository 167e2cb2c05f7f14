package doppel.cli;

import doppel.Workbench;
import doppel.evaluate.SwapReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a run of the two actors again and writes its page anew. */
@Command(
        name = "report",
        description = "measures a run of the two actors against the rendered truth and writes its report",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "name of a trained run")
    private String name;

    @Override
    public Integer call() throws IOException {
        try (var bench = Workbench.open()) {
            var run = bench.run(name);
            var scores = bench.report(run).truth().mean();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "PSNR %.2f dB, SSIM %.3f: %s%n",
                            scores.psnr(), scores.ssim(), run.path().resolve(SwapReport.PAGE));
            return 0;
        }
    }
}
