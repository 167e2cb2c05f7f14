package doppel.cli;

import doppel.clean.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which rules a command goes by. */
final class BookOption {

    @Option(
            names = "--book",
            defaultValue = "standard",
            description = "file of a rule book, or standard, strict or lean (default: ${DEFAULT-VALUE})")
    private String book;

    RuleBook read() throws IOException {
        return switch (book) {
            case "standard" -> RuleBook.standard();
            case "strict" -> RuleBook.strict();
            case "lean" -> RuleBook.lean();
            default -> RuleBook.read(Path.of(book));
        };
    }
}
