package doppel.cli;

import doppel.Workbench;
import doppel.extract.FaceFolder;
import doppel.model.ModelDesign;
import doppel.train.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chapter 6 at the terminal: trains on two face folders, or goes on with a run that was stopped. */
@Command(
        name = "train",
        description = "trains a model on the faces of two people; the same command goes on with a stopped run",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "A", description = "face folder of person A, whose face the swap will show")
    private Path a;

    @Parameters(paramLabel = "B", description = "face folder of person B, whose clip will be painted over")
    private Path b;

    @Option(names = "--name", required = true, description = "name of the run: its folder is data/runs/NAME")
    private String name;

    @Option(names = "--model", defaultValue = "fast", description = "fast, sharp, iae, light, book or large")
    private String model;

    @Option(
            names = "--start",
            description =
                    "weights to begin with: a folder in data/starts; scratch; or usual, the one of the model's name if"
                            + " there is one. usual unless told otherwise, scratch for the book's model")
    private String start;

    @Option(names = "--from-scratch", description = "begin with random numbers")
    private boolean fromScratch;

    @Option(names = "--minutes", description = "how long to train; fast and light: 4 unless told otherwise")
    private Double minutes;

    @Option(names = "--steps", description = "how many steps to train, as well as or instead of a time")
    private Integer steps;

    @Option(names = "--batch", description = "faces of each side in a step")
    private Integer batch;

    @Option(names = "--rate", description = "learning rate")
    private Double rate;

    @Option(names = "--seed", description = "makes the run repeatable")
    private Long seed;

    @Override
    public Integer call() throws IOException {
        try (var bench = Workbench.open()) {
            var options = options(); // refused before any folder is opened
            new Acts(bench, spec.commandLine().getOut()).train(name, FaceFolder.open(a), FaceFolder.open(b), options);
            return 0;
        }
    }

    private TrainOptions options() {
        var options = TrainOptions.usual(ModelDesign.named(model));
        if (fromScratch || start != null) {
            options = options.withStart(fromScratch ? TrainOptions.SCRATCH : start);
        }
        if (minutes != null || steps != null) {
            options = options.withBudget(steps == null ? 0 : steps, minutes == null ? 0 : minutes);
        }
        options = batch == null ? options : options.withBatch(batch);
        options = rate == null ? options : options.withLearningRate(rate);
        return seed == null ? options : options.withSeed(seed);
    }
}
