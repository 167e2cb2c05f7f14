package doppel.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rule books to JSON and back.
 *
 * <pre>{@code
 * {"name": "workshop", "version": 2, "date": "2026-11-23", "rules": [
 *   {"name": "sharp enough", "measure": "sharpness", "atLeast": 300.0, "reason": "...", "date": "2026-11-23"},
 *   {"name": "not talking", "code": true, "reason": "", "date": "2026-11-20"}]}
 * }</pre>
 */
final class RuleBookFile {

    private static final long MOST_BYTES = 1_000_000;

    /** Fields of a book, and of a rule; another name is a slip of the pen. */
    private static final Set<String> OF_A_BOOK = Set.of("name", "version", "date", "rules");

    private static final Set<String> OF_A_RULE =
            Set.of("name", "measure", "atLeast", "atMost", "code", "reason", "date");

    private RuleBookFile() {}

    static RuleBook read(Path file, List<Rule> code) throws IOException {
        var tree = tree(file);
        try {
            return book(tree, code);
        } catch (IllegalArgumentException fault) {
            throw new IOException("%s is not readable as a rule book: %s".formatted(file, fault.getMessage()), fault);
        }
    }

    static Path write(RuleBook book, Path path) throws IOException {
        var file = Files.isDirectory(path) ? path.resolve(book.fileName()) : path;
        if (!Files.exists(file)) {
            Json.write(file, written(book));
        } else if (!undated(tree(file)).equals(RuleBookFile::compared, undated(written(book)))) {
            throw new IllegalStateException(
                    "%s holds something else than %s, which would be lost: raise the version with with(rule), or choose another file"
                            .formatted(file, book.title()));
        }
        return file;
    }

    private static JsonNode written(RuleBook book) {
        var tree = Json.mapper().createObjectNode();
        tree.put("name", book.name());
        tree.put("version", book.version());
        tree.put("date", book.date().toString());
        tree.set(
                "rules",
                Json.mapper()
                        .valueToTree(
                                book.rules().stream().map(RuleBookFile::written).toList()));
        return tree;
    }

    private static Map<String, Object> written(Rule rule) {
        var written = new LinkedHashMap<String, Object>();
        written.put("name", rule.name());
        if (rule.test() instanceof Rule.Limits limits) {
            written.put("measure", limits.measure().label());
            if (Double.isFinite(limits.low())) {
                written.put("atLeast", limits.low());
            }
            if (Double.isFinite(limits.high())) {
                written.put("atMost", limits.high());
            }
        } else {
            written.put("code", true);
        }
        written.put("reason", rule.reason());
        written.put("date", rule.date().toString());
        return written;
    }

    /** What a book says, whenever it was said. */
    private static JsonNode undated(JsonNode book) {
        var undated = book.deepCopy();
        undated.findParents("date").forEach(part -> ((ObjectNode) part).remove("date"));
        return undated;
    }

    /** 0 if two values are the same, however they are written: 300 is 300.0. */
    private static int compared(JsonNode one, JsonNode other) {
        var same = one.isNumber() && other.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
        return same ? 0 : 1;
    }

    private static JsonNode tree(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing: write a rule book there first");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, and a rule book has %d at most: this is another file"
                    .formatted(file, Files.size(file), MOST_BYTES));
        }
        try {
            return Json.mapper()
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .readTree(Files.readString(file));
        } catch (JsonProcessingException broken) {
            var what = broken.getOriginalMessage().lines().findFirst().orElse("no JSON");
            var place = broken.getLocation() == null
                    ? ""
                    : " at line " + broken.getLocation().getLineNr();
            throw new IOException("%s is not readable as a rule book: %s%s".formatted(file, what, place), broken);
        } catch (CharacterCodingException binary) {
            throw new IOException("%s is not readable as a rule book: it is no text".formatted(file));
        }
    }

    private static RuleBook book(JsonNode book, List<Rule> code) {
        var rules = new ArrayList<Rule>();
        var missing = new LinkedHashMap<String, Rule>();
        code.forEach(rule -> missing.put(rule.name(), rule));
        requireFields(book, "the book", OF_A_BOOK);
        if (!book.path("rules").isArray()) {
            throw new IllegalArgumentException("\"rules\" of the book must be a list");
        }
        book.get("rules").forEach(rule -> rules.add(rule(rule, "rule %d".formatted(rules.size() + 1), missing)));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("it has no rule in Java named \"%s\": leave it out, or correct the name"
                    .formatted(missing.keySet().iterator().next()));
        }
        if (!book.path("version").isInt()) {
            throw new IllegalArgumentException("\"version\" of the book must be a whole number");
        }
        return new RuleBook(
                text(book, "name", "the book"), book.get("version").intValue(), date(book, "the book"), rules);
    }

    private static Rule rule(JsonNode rule, String where, Map<String, Rule> code) {
        requireFields(rule, where, OF_A_RULE);
        var name = text(rule, "name", where);
        return new Rule(name, test(rule, name, where, code), text(rule, "reason", where), date(rule, where));
    }

    private static Rule.Test test(JsonNode rule, String name, String where, Map<String, Rule> code) {
        if (rule.has("measure") == rule.has("code")) {
            throw new IllegalArgumentException(where + " needs either a \"measure\" with a limit, or \"code\": true");
        }
        if (rule.has("measure")) {
            return new Rule.Limits(
                    Measure.named(text(rule, "measure", where)),
                    limit(rule, "atLeast", where, Double.NEGATIVE_INFINITY),
                    limit(rule, "atMost", where, Double.POSITIVE_INFINITY));
        }
        if (!code.containsKey(name)) {
            throw new IllegalArgumentException(
                    "its rule \"%s\" is Java, which no file holds: give it again, as in RuleBook.read(file, Rule.of(\"%s\", row -> ...))"
                            .formatted(name, name));
        }
        return code.remove(name).test();
    }

    private static double limit(JsonNode rule, String name, String where, double none) {
        if (!rule.has(name)) {
            return none;
        }
        var limit = rule.get(name);
        if (!limit.isNumber() || !Double.isFinite(limit.doubleValue())) {
            throw new IllegalArgumentException(
                    "\"%s\" of %s must be a finite number, got %s".formatted(name, where, limit));
        }
        return limit.doubleValue();
    }

    private static String text(JsonNode part, String name, String where) {
        if (!part.path(name).isTextual()) {
            throw new IllegalArgumentException(
                    "\"%s\" of %s must be text, got %s".formatted(name, where, part.path(name)));
        }
        return part.get(name).asText();
    }

    private static LocalDate date(JsonNode part, String where) {
        var text = text(part, "date", where);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException(
                    "\"date\" of %s must be like 2026-01-31, got \"%s\"".formatted(where, text), fault);
        }
    }

    private static void requireFields(JsonNode part, String where, Set<String> known) {
        if (!part.isObject()) {
            throw new IllegalArgumentException(where + " must be an object in braces");
        }
        part.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("%s has a field \"%s\": known are %s"
                        .formatted(where, name, String.join(", ", new TreeSet<>(known))));
            }
        });
    }
}
