package doppel.clean;

import doppel.extract.FaceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a rule book says about the faces of a table: how many each rule fails, which they are, and how the rules overlap.
 *
 * <p>Nothing is decided by it until {@link #decide}, and that can be undone.
 *
 * <p>Book: chapter 8, "Getting data under control".
 */
public final class RuleReport {

    private final RuleBook book;
    private final FaceTable table;
    private final Map<String, List<FaceRecord>> failing;

    /**
     * What one rule did.
     *
     * @param rule its name, or {@value RuleBook#WHOLE} for damaged faces
     * @param failed how many faces fail it, whatever else they fail
     * @param alone how many faces fail it and nothing else: what the rule adds to the book
     */
    public record Count(String rule, int passed, int failed, int alone) {}

    private RuleReport(RuleBook book, FaceTable table, Map<String, List<FaceRecord>> failing) {
        this.book = book;
        this.table = table;
        this.failing = failing;
    }

    static RuleReport of(RuleBook book, FaceTable table) {
        var failing = new LinkedHashMap<String, List<FaceRecord>>();
        failing.put(
                RuleBook.WHOLE, table.damaged().stream().map(DamagedFace::face).toList());
        for (var rule : book.rules()) {
            failing.put(
                    rule.name(),
                    table.rows().stream()
                            .filter(face -> !rule.passes(face))
                            .sorted(worstFirst(rule))
                            .map(FaceRow::face)
                            .toList());
        }
        return new RuleReport(book, table, failing);
    }

    public RuleBook book() {
        return book;
    }

    public FaceTable faces() {
        return table;
    }

    /** The names that faces can fail under: {@value RuleBook#WHOLE}, then the book's rules in its order. */
    public List<String> rules() {
        return List.copyOf(failing.keySet());
    }

    /** One for each of {@link #rules}; a damaged face passes and fails nothing but {@value RuleBook#WHOLE}. */
    public List<Count> counts() {
        return rules().stream().map(this::count).toList();
    }

    /**
     * The faces that fail a rule: those furthest beyond its limit first, or in the order of the clip where there is no
     * limit.
     *
     * @throws IllegalArgumentException if the book has no such rule; lists the names
     */
    public List<FaceRecord> failing(String rule) {
        if (!failing.containsKey(rule)) {
            throw new IllegalArgumentException("%s has no rule \"%s\": take one of %s"
                    .formatted(book.title(), rule, String.join(", ", failing.keySet())));
        }
        return failing.get(rule);
    }

    /** How many faces fail both of two rules, in rows and columns of {@link #rules}; the diagonal fails the rule. */
    public int[][] overlap() {
        var sets = failing.values().stream().map(RuleReport::ids).toList();
        var overlap = new int[sets.size()][sets.size()];
        for (int row = 0; row < sets.size(); row++) {
            for (int column = 0; column < sets.size(); column++) {
                var both = sets.get(column);
                overlap[row][column] =
                        (int) sets.get(row).stream().filter(both::contains).count();
            }
        }
        return overlap;
    }

    /** Faces that pass every rule, in the order of the clip. */
    public List<FaceRecord> passing() {
        var failed = new HashSet<String>();
        failing.values().forEach(faces -> failed.addAll(ids(faces)));
        return table.faces().stream()
                .filter(face -> !failed.contains(face.id()))
                .toList();
    }

    /** Faces whose picture, mask or record is broken, with the reason. */
    public List<DamagedFace> damaged() {
        return table.damaged();
    }

    /** The names that a face fails under, in the order of {@link #rules}; the first is the one that rejects it. */
    public List<String> failed(String faceId) {
        return failing.entrySet().stream()
                .filter(entry -> ids(entry.getValue()).contains(faceId))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Rejects every failing face in the name of the first rule that it fails, in one act that is undone as a whole.
     *
     * <p>What a hand decided stays as it is, and so does what another book or rule decided. What another version of this
     * book rejected and this one passes is undecided again.
     *
     * @throws IllegalArgumentException if the decisions are about another folder
     * @throws IOException if the disk refuses
     */
    public RuleOutcome decide(Decisions decisions) throws IOException {
        return RuleOutcome.of(this, decisions);
    }

    /** One row a rule: name, test, passed, failed, failed by it alone, reason, date. */
    public Table table() {
        var counts = counts();
        return Table.create("%s on %s".formatted(book.title(), table.folder().person()))
                .addColumns(
                        StringColumn.create("rule", counts.stream().map(Count::rule)),
                        StringColumn.create("test", words(rule -> rule.test().words(), "picture, mask and record")),
                        IntColumn.create(
                                "passed",
                                counts.stream().mapToInt(Count::passed).toArray()),
                        IntColumn.create(
                                "failed",
                                counts.stream().mapToInt(Count::failed).toArray()),
                        IntColumn.create(
                                "alone", counts.stream().mapToInt(Count::alone).toArray()),
                        StringColumn.create("reason", words(Rule::reason, "what is broken cannot be learned from")),
                        StringColumn.create("date", words(rule -> rule.date().toString(), "")));
    }

    @Override
    public String toString() {
        var fail = failing.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "%d %s".formatted(entry.getValue().size(), entry.getKey()))
                .collect(Collectors.joining(", "));
        return "%s on %s: %d of %d faces pass"
                        .formatted(
                                book.title(),
                                table.folder().person(),
                                passing().size(),
                                table.rows().size() + table.damaged().size())
                + (fail.isEmpty() ? "" : "; these fail: " + fail);
    }

    private Count count(String rule) {
        var mine = ids(failing.get(rule));
        var others = new HashSet<String>();
        failing.forEach((name, faces) -> {
            if (!name.equals(rule)) {
                others.addAll(ids(faces));
            }
        });
        var asked = table.rows().size()
                + (rule.equals(RuleBook.WHOLE) ? table.damaged().size() : 0);
        var alone = mine.stream().filter(id -> !others.contains(id)).count();
        return new Count(rule, asked - mine.size(), mine.size(), (int) alone);
    }

    private List<String> words(Function<Rule, String> of, String ofWhole) {
        var words = new ArrayList<String>();
        words.add(ofWhole);
        book.rules().forEach(rule -> words.add(of.apply(rule)));
        return words;
    }

    private static Comparator<FaceRow> worstFirst(Rule rule) {
        return rule.test() instanceof Rule.Limits limits
                ? Comparator.comparingDouble(limits::excess).reversed()
                : Comparator.comparingInt(face -> 0);
    }

    private static Set<String> ids(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::id).collect(Collectors.toSet());
    }
}
