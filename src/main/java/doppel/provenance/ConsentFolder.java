package doppel.provenance;

import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The consents on file, one readable record {@code ALIAS.json} per person, and the gate that acts ask at.
 *
 * <p>Nothing is ever lost: a record that is replaced or withdrawn stays beside the new one as
 * {@code ALIAS.DATE-n.json}, so that anyone can see what was permitted when.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker": consent comes first.
 */
public final class ConsentFolder {

    private final Path folder;

    private ConsentFolder(Path folder) {
        this.folder = folder;
    }

    /** The records in {@code folder}, which need not exist yet. */
    public static ConsentFolder open(Path folder) {
        return new ConsentFolder(folder);
    }

    /**
     * Puts the first record of a person on file.
     *
     * @throws IllegalStateException if there is one already
     * @throws IOException if it cannot be written
     */
    public void add(Consent consent) throws IOException {
        if (Files.exists(file(consent.alias()))) {
            throw new IllegalStateException("%s has a consent in %s already: add --replace to put this in its place"
                    .formatted(consent.alias(), file(consent.alias())));
        }
        Json.write(file(consent.alias()), consent);
    }

    /**
     * Puts a record on file and keeps the one that was there, if any, under the name of this day.
     *
     * @throws IOException if it cannot be written
     */
    public void replace(Consent consent, LocalDate today) throws IOException {
        var file = file(consent.alias());
        if (Files.exists(file)) {
            Files.copy(file, firstFree(consent.alias(), today));
        }
        Json.write(file, consent);
    }

    /**
     * Takes a consent back: the record stays, and permits nothing from now on.
     *
     * @throws IllegalStateException if there is none
     * @throws IOException if it cannot be written
     */
    public void withdraw(String alias, LocalDate today) throws IOException {
        var consent = find(alias)
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no consent in %s that could be withdrawn".formatted(alias, folder)));
        replace(consent.withWithdrawn(today), today);
    }

    /**
     * The record of {@code alias}, whether it permits anything or not.
     *
     * @throws IllegalStateException if there is a record that cannot be read
     */
    public Optional<Consent> find(String alias) {
        var file = file(alias);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var consent = Json.read(file, Consent.class);
            if (!consent.alias().equals(alias)) {
                throw new IOException("%s is the record of %s".formatted(file, consent.alias()));
            }
            return Optional.of(consent);
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException(
                    "the consent of %s is not readable (%s): %s".formatted(alias, broken.getMessage(), renew(alias)),
                    broken);
        }
    }

    /**
     * All records that hold the place of a person, by alias.
     *
     * @throws IllegalStateException if one of them cannot be read
     * @throws IOException if the folder cannot be read
     */
    public List<Consent> all() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        var consents = new ArrayList<Consent>();
        try (var files = Files.list(folder)) {
            for (var name :
                    files.map(file -> file.getFileName().toString()).sorted().toList()) {
                // the dot tells a kept record, ALIAS.DATE-n.json, from a present one
                if (name.matches("[a-z0-9-]{1,40}\\.json")) {
                    find(name.substring(0, name.length() - ".json".length())).ifPresent(consents::add);
                }
            }
        }
        return consents;
    }

    /**
     * The gate: lets {@code use} of a person's face happen, or says in one sentence why not and what to do.
     *
     * @throws IllegalStateException if there is no record, or it cannot be read, is withdrawn, has expired, does not
     *     hold yet, or does not permit {@code use}
     */
    public Consent require(String alias, Use use, LocalDate today) {
        var consent = find(alias)
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no consent on file: ask first, then %s".formatted(alias, remedy(alias, ""))));
        consent.refusal(use, today).ifPresent(reason -> {
            throw new IllegalStateException("the consent of %s %s: %s".formatted(alias, reason, renew(alias)));
        });
        return consent;
    }

    /**
     * The same for everyone whose face an act needs.
     *
     * @throws IllegalStateException if one of {@code people} does not permit {@code use}; the sentence is about the
     *     first such
     */
    public Permit permit(Use use, List<String> people, LocalDate today) {
        people.forEach(alias -> require(alias, use, today));
        return new Permit(use, people);
    }

    private static String renew(String alias) {
        return "ask again, then " + remedy(alias, " --replace");
    }

    private static String remedy(String alias, String replace) {
        return ("bash environment/workbench consent add --alias %s --uses train,swap --expires YYYY-MM-DD"
                        + " --statement \"…\"%s")
                .formatted(alias, replace);
    }

    private Path file(String alias) {
        Consent.requireAlias(alias);
        return folder.resolve(alias + ".json");
    }

    private Path firstFree(String alias, LocalDate today) {
        for (int n = 1; ; n++) {
            var file = folder.resolve("%s.%s-%d.json".formatted(alias, today, n));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }
}
