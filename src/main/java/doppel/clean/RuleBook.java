package doppel.clean;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What "good" means, written down: some rules under a name and a version, so that two people mean the same by it, and
 * one person still does next month.
 *
 * <pre>{@code
 * var book = RuleBook.of("workshop", Rule.atLeast("sharp enough", "sharpness", 300));
 * var report = book.apply(table);
 * report.decide(Decisions.open(faces));
 * }</pre>
 *
 * <p>A book never changes: {@link #with} and {@link #without} give the next version. Damaged faces fail every book,
 * under the name {@value #WHOLE}.
 *
 * <p>Book: chapter 4, "Preparing the training images"; chapter 8, "Getting data under control".
 *
 * @param name 1 to 40 of a-z, 0-9 and -, safe as a file's name
 * @param version 1 or more
 * @param date when this version was made
 * @param rules in the order in which they are asked: the first that a face fails is the one that rejects it
 */
public record RuleBook(String name, int version, LocalDate date, List<Rule> rules) {

    /** Under this name damaged faces fail every book. */
    public static final String WHOLE = "whole";

    /**
     * @throws IllegalArgumentException if the name or version is none, or two rules have one name
     */
    public RuleBook {
        rules = List.copyOf(rules);
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException(
                    "a rule book's name has 1 to 40 of a-z, 0-9 and -, got \"%s\"; try \"workshop\"".formatted(name));
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "the version of %s must be 1 or more, got %d; the first is 1".formatted(name, version));
        }
        var names = new HashSet<String>();
        for (var rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException(
                        "%s has two rules named \"%s\": rename one".formatted(name, rule.name()));
            }
        }
    }

    /** The first version of a new book, of today. */
    public static RuleBook of(String name, Rule... rules) {
        return new RuleBook(name, 1, LocalDate.now(), List.of(rules));
    }

    /** What is wrong with a picture, whoever looks: cut off, blurred, dark, blown out, covered, a stranger, a repeat. */
    public static RuleBook standard() {
        return RulePresets.standard();
    }

    /** Standard with narrower limits, for a person of whom there is plenty. */
    public static RuleBook strict() {
        return RulePresets.strict();
    }

    /** Variety only: no face that is nearly like another one. */
    public static RuleBook lean() {
        return RulePresets.lean();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param code the book's rules in Java, which no file holds; found by name
     * @throws IOException if the file is no rule book, or a rule in Java was not given; names the file and what is wrong
     */
    public static RuleBook read(Path file, Rule... code) throws IOException {
        return RuleBookFile.read(file, List.of(code));
    }

    /**
     * Writes the book as JSON that people can read.
     *
     * @param path a file, or a folder that gets the file {@link #fileName}
     * @return the file
     * @throws IOException if the disk refuses
     * @throws IllegalStateException if the file holds another book or version, which would be lost
     */
    public Path write(Path path) throws IOException {
        return RuleBookFile.write(this, path);
    }

    /** {@code workshop-2.json}. */
    public String fileName() {
        return "%s-%d.json".formatted(name, version);
    }

    /** Name and version: {@code workshop 2}. */
    public String title() {
        return name + " " + version;
    }

    /** The next version, with one more rule, or another one in the place of its namesake. */
    public RuleBook with(Rule rule) {
        var next = new ArrayList<>(rules);
        next.replaceAll(one -> one.name().equals(rule.name()) ? rule : one);
        if (!next.contains(rule)) {
            next.add(rule);
        }
        return next(next);
    }

    /**
     * The next version, without the rule of that name.
     *
     * @throws IllegalArgumentException if there is none; lists the names
     */
    public RuleBook without(String rule) {
        var gone = rule(rule);
        return next(rules.stream().filter(one -> one != gone).toList());
    }

    /** The same under another name, as its first version: a preset to start from. */
    public RuleBook named(String name) {
        return new RuleBook(name, 1, LocalDate.now(), rules);
    }

    /** The same with another date than today. */
    public RuleBook on(LocalDate date) {
        return new RuleBook(name, version, date, rules);
    }

    /**
     * @throws IllegalArgumentException if there is none of that name; lists the names
     */
    public Rule rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no rule \"%s\": take one of %s"
                        .formatted(
                                title(),
                                name,
                                String.join(", ", rules.stream().map(Rule::name).toList()))));
    }

    /** Which faces pass and which fail; decides nothing. */
    public RuleReport apply(FaceTable table) {
        return RuleReport.of(this, table);
    }

    /** The first rule that a face fails; none if it passes all. */
    Optional<Rule> firstFailed(FaceRow face) {
        return rules.stream().filter(rule -> !rule.passes(face)).findFirst();
    }

    /** Who rejects, as a decision names it: {@code workshop 2: sharp enough}. */
    String by(String rule) {
        return title() + ": " + rule;
    }

    /** Whether this book in any version made a decision. */
    boolean made(String by) {
        return by.matches(name + " \\d+: .*");
    }

    @Override
    public String toString() {
        return "%s of %s, %d rules: %s"
                .formatted(
                        title(),
                        date,
                        rules.size(),
                        String.join(
                                "; ",
                                rules.stream()
                                        .map(rule -> "%s (%s)"
                                                .formatted(
                                                        rule.name(), rule.test().words()))
                                        .toList()));
    }

    private RuleBook next(List<Rule> rules) {
        return new RuleBook(name, version + 1, LocalDate.now(), rules);
    }
}
