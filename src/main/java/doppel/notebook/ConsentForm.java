package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.provenance.Consent;
import doppel.provenance.Subject;
import doppel.provenance.Use;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person fills in before the camera starts. */
final class ConsentForm {

    private ConsentForm() {}

    /**
     * @throws IllegalArgumentException if it is not ticked, or not filled in; says what is missing
     */
    static Consent read(JsonNode form, LocalDate today) {
        if (!form.path("agreed").asBoolean()) {
            throw new IllegalArgumentException(
                    "nothing is recorded without consent: tick that you are this person or have their consent");
        }
        var uses = Arrays.stream(Use.values())
                .filter(use -> form.path(use.toString()).asBoolean())
                .collect(Collectors.toSet());
        return new Consent(
                form.path("alias").asText(),
                Subject.PERSON,
                uses,
                today,
                Optional.of(expires(form.path("expires").asText())),
                form.path("statement").asText(),
                Optional.empty());
    }

    private static LocalDate expires(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException(
                    "a consent needs its last day as YYYY-MM-DD, got \"%s\": say until when it holds".formatted(day),
                    none);
        }
    }
}
