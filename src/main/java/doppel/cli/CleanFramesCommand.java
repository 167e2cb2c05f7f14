package doppel.cli;

import doppel.Workbench;
import doppel.repair.FrameCensus;
import doppel.repair.FrameState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Frames by what they brought to a face folder, those that need a look by their numbers. */
@Command(
        name = "frames",
        description = "says which frames of a clip have no face, several, or could not be read",
        mixinStandardHelpOptions = true)
final class CleanFramesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FacesArgument faces;

    @Option(names = "--clip", description = "the clip they are from; lists frames too that were never looked at")
    private Path clip;

    @Override
    public Integer call() throws IOException {
        try (var bench = Workbench.open()) {
            var folder = faces.open(bench);
            var census = clip == null ? FrameCensus.of(folder) : FrameCensus.of(folder, clip);
            out().printf(
                            "%d frames of %s, %d with one face%s%n",
                            census.frames().size(),
                            census.person(),
                            census.count(FrameState.ONE),
                            census.finished() ? "" : "; the extraction has not ended");
            line("no face", census.withoutFace());
            line("several faces", census.withSeveral());
            line("damaged", census.damaged());
            line("missing", census.missing());
            return 0;
        }
    }

    private void line(String what, List<Integer> frames) {
        out().println("  %-14s %4d  %s"
                .formatted(what, frames.size(), ranges(frames))
                .stripTrailing());
    }

    /** {@code 3, 17 to 24}: neighbors among those that were looked at. */
    static String ranges(List<Integer> frames) {
        var words = new ArrayList<String>();
        for (int first = 0; first < frames.size(); ) {
            var last = first;
            while (last + 1 < frames.size() && frames.get(last + 1) == frames.get(last) + 1) {
                last++;
            }
            words.add(first == last ? "" + frames.get(first) : frames.get(first) + " to " + frames.get(last));
            first = last + 1;
        }
        return String.join(", ", words);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
