package doppel.cli;

import doppel.Workbench;
import doppel.provenance.Consent;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who agreed to what: shows the records, adds one, takes one back. */
@Command(name = "consent", description = "shows, adds or withdraws consent records", mixinStandardHelpOptions = true)
final class ConsentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Without a subcommand: the list. */
    @Override
    public Integer call() {
        return spec.commandLine().execute("list");
    }

    @Command(name = "list", description = "all records on file", mixinStandardHelpOptions = true)
    void list() throws IOException {
        try (var bench = Workbench.open()) {
            var consents = bench.consents().all();
            if (consents.isEmpty()) {
                spec.commandLine().getOut().println("no consent on file; the actors' are put there when they are used");
            }
            for (var consent : consents) {
                spec.commandLine().getOut().println(line(consent));
            }
        }
    }

    @Command(name = "add", description = "puts a record on file", mixinStandardHelpOptions = true)
    void add(
            @Option(names = "--alias", required = true, description = "name in Doppel: a-z, 0-9 and -") String alias,
            @Option(names = "--uses", required = true, split = ",", description = "train, swap or both: train,swap")
                    List<Use> uses,
            @Option(names = "--statement", required = true, description = "what was agreed, in the person's words")
                    String statement,
            @Option(names = "--expires", required = true, description = "last day, YYYY-MM-DD") LocalDate expires,
            @Option(names = "--replace", description = "put it in the place of an older record, which is kept beside")
                    boolean replace)
            throws IOException {
        try (var bench = Workbench.open()) {
            var today = LocalDate.now();
            var consent = new Consent(
                    alias, Subject.PERSON, Set.copyOf(uses), today, Optional.of(expires), statement, Optional.empty());
            if (replace) {
                bench.consents().replace(consent, today);
            } else {
                bench.consents().add(consent);
            }
            spec.commandLine().getOut().println(line(consent));
        }
    }

    @Command(name = "withdraw", description = "takes a consent back", mixinStandardHelpOptions = true)
    void withdraw(@Parameters(paramLabel = "ALIAS", description = "whose") String alias) throws IOException {
        try (var bench = Workbench.open()) {
            bench.consents().withdraw(alias, LocalDate.now());
            spec.commandLine()
                    .getOut()
                    .printf("the consent of %s is withdrawn: it permits nothing from now on%n", alias);
        }
    }

    private static String line(Consent consent) {
        var until = consent.expires().map(day -> "until " + day).orElse("without end");
        var withdrawn = consent.withdrawn().map(day -> ", withdrawn " + day).orElse("");
        return "%-20s %-9s %-12s from %s %s%s: %s"
                .formatted(
                        consent.alias(),
                        consent.subject().name().toLowerCase(Locale.ROOT),
                        consent.uses().toString().toLowerCase(Locale.ROOT),
                        consent.given(),
                        until,
                        withdrawn,
                        consent.statement());
    }
}
