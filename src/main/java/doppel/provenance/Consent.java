package doppel.provenance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The record that permits named uses of one person's face.
 *
 * <p>The book's first test of a deepfake is whether the people in it agreed. A program cannot judge that, but it can
 * refuse to start until somebody has written down who agreed to what, until when.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker".
 *
 * @param alias the person's name in Doppel: 1 to 40 of {@code a-z 0-9 -}; not the real name, because it ends up in
 *     folder names and manifests
 * @param subject synthetic or a person
 * @param uses what is permitted, one at least
 * @param given the first day on which it holds
 * @param expires the last day on which it holds; empty for no end, which suits actors better than people
 * @param statement what was agreed, in words
 * @param recipeSha256 of an actor, the SHA-256 of the labels that its frames were rendered with
 * @param withdrawn the day on which it was taken back; a withdrawn consent permits nothing
 */
public record Consent(
        String alias,
        Subject subject,
        Set<Use> uses,
        LocalDate given,
        Optional<LocalDate> expires,
        String statement,
        Optional<String> recipeSha256,
        Optional<LocalDate> withdrawn) {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * @throws IllegalArgumentException if the alias has other characters, nothing is permitted, nothing is stated, or
     *     the end is before the beginning
     */
    public Consent {
        requireAlias(alias);
        if (uses.isEmpty()) {
            throw new IllegalArgumentException(
                    "the consent of %s permits nothing: name train, swap or both".formatted(alias));
        }
        if (statement.isBlank()) {
            throw new IllegalArgumentException(
                    "the consent of %s states nothing: say in a sentence what was agreed".formatted(alias));
        }
        if (expires.isPresent() && expires.get().isBefore(given)) {
            throw new IllegalArgumentException("the consent of %s would expire on %s, before it is given on %s"
                    .formatted(alias, expires.get(), given));
        }
        uses = Collections.unmodifiableSet(EnumSet.copyOf(uses));
    }

    /** A consent that nobody has withdrawn. */
    public Consent(
            String alias,
            Subject subject,
            Set<Use> uses,
            LocalDate given,
            Optional<LocalDate> expires,
            String statement,
            Optional<String> recipeSha256) {
        this(alias, subject, uses, given, expires, statement, recipeSha256, Optional.empty());
    }

    /** The same record, taken back on {@code day}. */
    public Consent withWithdrawn(LocalDate day) {
        return new Consent(alias, subject, uses, given, expires, statement, recipeSha256, Optional.of(day));
    }

    /** Why this consent does not permit {@code use} on {@code day}, in a few words; empty if it does. */
    public Optional<String> refusal(Use use, LocalDate day) {
        if (withdrawn.isPresent()) {
            return Optional.of("was withdrawn on " + withdrawn.get());
        }
        if (day.isBefore(given)) {
            return Optional.of("holds only from " + given);
        }
        if (expires.isPresent() && day.isAfter(expires.get())) {
            return Optional.of("expired on " + expires.get());
        }
        return uses.contains(use) ? Optional.empty() : Optional.of("does not permit the use " + use);
    }

    static void requireAlias(String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException(
                    "an alias has 1 to 40 of the characters a-z, 0-9 and -, got \"%s\"; try \"anna\"".formatted(alias));
        }
    }
}
