package doppel.cli;

import doppel.Workbench;
import doppel.actor.CrowdOptions;
import doppel.model.ModelDesign;
import doppel.train.PretrainOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns faces from rendered people once, so that every run can begin with a network that knows faces. */
@Command(
        name = "pretrain",
        description = "renders a crowd, learns faces from it, and writes a start for later runs",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class PretrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--name", required = true, description = "name of the start: its folder is data/starts/NAME")
    private String name;

    @Option(names = "--model", defaultValue = "fast", description = "a design in which people share the decoder")
    private String model;

    @Option(names = "--minutes", description = "how long to train; 60 unless told otherwise")
    private Double minutes;

    @Option(names = "--steps", description = "how many steps to train, as well as or instead of a time")
    private Integer steps;

    @Option(names = "--people", defaultValue = "224", description = "in the crowd")
    private int people;

    @Option(names = "--frames", defaultValue = "28", description = "pictures a person")
    private int frames;

    @Option(names = "--paired", defaultValue = "0.8", description = "chance that another person is shown, 0 to 1")
    private double paired;

    @Option(names = "--seed", defaultValue = "1", description = "of the first weights and the order of the faces")
    private long seed;

    @Override
    public Integer call() throws IOException {
        var options = PretrainOptions.standard(ModelDesign.named(model))
                .withPaired(paired)
                .withSeed(seed);
        if (minutes != null || steps != null) {
            options = options.withBudget(steps == null ? 0 : steps, minutes == null ? 0 : minutes);
        }
        var crowd = CrowdOptions.standard().withCount(people).withFrames(frames);
        try (var bench = Workbench.open();
                var bars = new Bars("", spec.commandLine().getOut())) {
            var start = bench.pretrain(
                    name,
                    crowd,
                    options,
                    (act, progress) -> bars.show(act + " (" + progress.unit() + ")", progress.done(), progress.of()));
            var card = start.card();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s: %d steps, %d people, %d faces, loss %.4f%n",
                            start.path(), card.steps(), card.people(), card.faces(), card.loss());
        }
        return 0;
    }
}
