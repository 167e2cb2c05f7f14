package doppel.cli;

import doppel.Workbench;
import doppel.detect.DetectOptions;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chapter 5 at the terminal: faces out of a clip into a face folder. */
@Command(
        name = "extract",
        description = "finds, aligns and masks the faces of a clip or of a folder of pictures",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ExtractCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOOTAGE", description = "a clip, or a folder of pictures")
    private Path footage;

    @Option(names = "--person", required = true, description = "alias of the person in it, as in the consent record")
    private String person;

    @Option(names = "--into", description = "face folder to write (default: data/faces/PERSON)")
    private Path into;

    @Option(names = "--every", defaultValue = "1", description = "take every n-th frame, 1 or more")
    private int every;

    @Option(names = "--all-faces", description = "keep every face of a frame instead of the largest")
    private boolean allFaces;

    @Option(names = "--min-score", defaultValue = "0.5", description = "least score of a face, 0 to 1")
    private double minScore;

    @Option(
            names = "--min-side",
            defaultValue = "0.05",
            description = "least side of a face, share of the frame's short side")
    private double minSide;

    @Override
    public Integer call() throws IOException {
        var options = ExtractOptions.standard()
                .withEveryNth(every)
                .withChoice(allFaces ? FaceChoice.ALL : FaceChoice.LARGEST)
                .withDetect(DetectOptions.standard().withMinScore(minScore).withMinSide(minSide));
        try (var bench = Workbench.open()) {
            var folder = into == null ? bench.faces(person) : into;
            new Acts(bench, spec.commandLine().getOut()).extract(footage, person, folder, options);
            return 0;
        }
    }
}
