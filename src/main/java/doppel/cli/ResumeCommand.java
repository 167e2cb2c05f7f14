package doppel.cli;

import doppel.Workbench;
import doppel.extract.FaceFolder;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a run as it was, or for longer. */
@Command(
        name = "resume",
        description = "goes on with a run from its newest checkpoint, with the options that it had",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "of the run")
    private String name;

    @Option(names = "--minutes", description = "until it has been trained for so long in all")
    private Double minutes;

    @Option(names = "--steps", description = "until it has taken so many steps in all")
    private Integer steps;

    @Override
    public Integer call() throws IOException {
        try (var bench = Workbench.open()) {
            var run = bench.run(name);
            var people = run.card().people();
            var options = run.options();
            if (minutes != null || steps != null) {
                options = options.withBudget(steps == null ? 0 : steps, minutes == null ? 0 : minutes);
            }
            var a = FaceFolder.open(bench.faces(people.get(0).alias()));
            var b = FaceFolder.open(bench.faces(people.get(1).alias()));
            new Acts(bench, spec.commandLine().getOut()).train(name, a, b, options);
            return 0;
        }
    }
}
