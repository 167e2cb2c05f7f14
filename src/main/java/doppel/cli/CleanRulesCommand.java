package doppel.cli;

import doppel.Workbench;
import doppel.clean.FaceTable;
import doppel.clean.Rule;
import doppel.clean.RuleBook;
import doppel.clean.ThresholdSuggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules of a book, with the limits that the faces of a folder suggest; suggests, and decides nothing. */
@Command(
        name = "rules",
        description = "shows a rule book; with FACES, the limits too that these faces suggest",
        mixinStandardHelpOptions = true)
final class CleanRulesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false)
    private FacesArgument faces;

    @Mixin
    private BookOption book;

    @Option(names = "--write", paramLabel = "FILE.json", description = "write the book here, to be edited")
    private Path write;

    @Option(names = "--name", description = "name of the book that is written: a-z, 0-9 and -")
    private String name;

    @Override
    public Integer call() throws IOException {
        var rules = name == null ? book.read() : book.read().named(name);
        out().printf("%s of %s%n", rules.title(), rules.date());
        for (var rule : rules.rules()) {
            out().println("  " + rule);
        }
        if (faces != null) {
            suggest(rules);
        }
        if (write != null) {
            out().println(rules.write(write));
        }
        return 0;
    }

    private void suggest(RuleBook rules) throws IOException {
        try (var bench = Workbench.open()) {
            var table = bench.table(faces.open(bench));
            out().println(rules.apply(table));
            out().println("what these faces suggest, which is for you to judge:");
            for (var rule : rules.rules()) {
                suggest(table, rule);
            }
        }
    }

    /** Code has no limit to suggest. Where there is none for a measure, the line says why. */
    private void suggest(FaceTable table, Rule rule) {
        if (rule.test() instanceof Rule.Limits limits) {
            out().println("  %s: %s".formatted(rule.name(), suggestion(table, limits)));
        }
    }

    private static String suggestion(FaceTable table, Rule.Limits limits) {
        try {
            return ThresholdSuggestion.of(table, limits.measure().label()).toString();
        } catch (IllegalArgumentException none) {
            return none.getMessage();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
