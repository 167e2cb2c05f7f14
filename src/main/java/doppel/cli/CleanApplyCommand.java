package doppel.cli;

import doppel.Workbench;
import doppel.clean.Decisions;
import doppel.clean.RuleReport;
import doppel.clean.SizeAdvice;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rejects what fails a rule book, in one act that one undo takes back. */
@Command(
        name = "apply",
        description = "rejects the faces that fail a rule book; `clean undo` takes it back",
        mixinStandardHelpOptions = true)
final class CleanApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FacesArgument faces;

    @Mixin
    private BookOption book;

    @Option(names = "--dry-run", description = "only say what would be rejected")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        var rules = book.read();
        try (var bench = Workbench.open()) {
            var folder = faces.open(bench);
            var report = rules.apply(bench.table(folder));
            show(report);
            if (dryRun) {
                out().println("nothing is decided: leave --dry-run out to reject them");
                return 0;
            }
            var decisions = Decisions.open(folder);
            out().println(report.decide(decisions));
            out().println(decisions);
            out().println(SizeAdvice.of(decisions.remaining().size()).sentence());
            return 0;
        }
    }

    private void show(RuleReport report) {
        out().printf(
                        "%s on %s: %d of %d faces pass%n",
                        report.book().title(),
                        report.faces().folder().person(),
                        report.passing().size(),
                        report.faces().rows().size() + report.damaged().size());
        out().printf("  %-20s %7s %12s%n", "rule", "failed", "by it alone");
        for (var count : report.counts()) {
            out().printf("  %-20s %7d %12d%n", count.rule(), count.failed(), count.alone());
        }
        report.damaged()
                .forEach(face -> out().printf("  damaged %s: %s%n", face.face().id(), face.reason()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
