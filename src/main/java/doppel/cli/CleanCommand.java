package doppel.cli;

import doppel.Workbench;
import doppel.clean.Decisions;
import doppel.clean.FaceExport;
import doppel.evaluate.CleaningPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Chapter 4 at the terminal: what is in a face folder, which faces are good, and who decided it. */
@Command(
        name = "clean",
        description = "measures the faces of a folder, and decides by rules which to keep; nothing is ever deleted",
        mixinStandardHelpOptions = true,
        subcommands = {
            CleanTableCommand.class,
            CleanRulesCommand.class,
            CleanApplyCommand.class,
            CleanFramesCommand.class
        })
final class CleanCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Without a subcommand: the list of them. */
    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "undo",
            description = "takes the last decision about these faces back",
            mixinStandardHelpOptions = true)
    void undo(@Mixin FacesArgument faces) throws IOException {
        try (var bench = Workbench.open()) {
            var decisions = Decisions.open(faces.open(bench));
            say(decisions.undo(), "undone", decisions);
        }
    }

    @Command(name = "redo", description = "does again what undo took back", mixinStandardHelpOptions = true)
    void redo(@Mixin FacesArgument faces) throws IOException {
        try (var bench = Workbench.open()) {
            var decisions = Decisions.open(faces.open(bench));
            say(decisions.redo(), "done again", decisions);
        }
    }

    @Command(
            name = "report",
            description = "writes one page: what each rule fails, with pictures, and what is decided",
            mixinStandardHelpOptions = true)
    void report(
            @Mixin FacesArgument faces,
            @Mixin BookOption book,
            @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "the page") Path page)
            throws IOException {
        var rules = book.read();
        try (var bench = Workbench.open()) {
            var folder = faces.open(bench);
            CleaningPage.write(rules.apply(bench.table(folder)), Decisions.open(folder), page);
            out().println(page);
        }
    }

    @Command(
            name = "export",
            description = "copies the faces that are left, all but the rejected ones, to a new face folder",
            mixinStandardHelpOptions = true)
    void export(
            @Mixin FacesArgument faces,
            @Option(names = "--into", required = true, paramLabel = "FOLDER", description = "new or empty folder")
                    Path into)
            throws IOException {
        try (var bench = Workbench.open()) {
            var folder = faces.open(bench);
            var export = FaceExport.copy(folder, Decisions.open(folder), into);
            out().println(export);
            export.damaged().forEach(face -> out().printf(
                            "  damaged face %s: %s%n", face.face().id(), face.reason()));
        }
    }

    private void say(List<String> changed, String done, Decisions decisions) {
        out().println(changed.isEmpty() ? "nothing is " + done : "%s: %d faces".formatted(done, changed.size()));
        out().println(decisions);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
