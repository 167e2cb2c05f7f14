package doppel.notebook;

import doppel.provenance.Consent;
import doppel.provenance.ConsentFolder;
import doppel.provenance.Permit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Who agreed to what. */
final class ConsentView {

    private ConsentView() {}

    static Bundle of(Consent consent) {
        return of(List.of(consent));
    }

    static Bundle of(ConsentFolder folder) {
        try {
            return of(folder.all());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Bundle of(List<Consent> consents) {
        if (consents.isEmpty()) {
            return Bundle.text("no consent is on file");
        }
        var sheet = Sheet.of("consent on file", "person", "subject", "permits", "from", "until", "statement");
        for (var consent : consents) {
            sheet = sheet.row(
                    consent.alias(),
                    consent.subject().toString(),
                    consent.uses().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    consent.given().toString(),
                    until(consent),
                    consent.statement());
        }
        return sheet.bundle();
    }

    static Bundle of(Permit permit) {
        return Bundle.text("✔ " + permit)
                .withHtml(Markup.all(Markup.of("b", "✔ ").with("style", Markup.GOOD), permit)
                        .html());
    }

    private static String until(Consent consent) {
        return consent.withdrawn()
                .map(day -> "withdrawn on " + day)
                .or(() -> consent.expires().map(String::valueOf))
                .orElse("no end");
    }
}
