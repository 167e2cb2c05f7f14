package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a new version of a rule book changes: which faces of a table fall, and which return.
 *
 * <pre>{@code RuleBookChange.of(book, book.with(Rule.atLeast("sharp enough", "sharpness", 400)), table)}</pre>
 *
 * <p>Book: chapter 8, "Getting data under control".
 *
 * @param older title of the book that comes first, {@code workshop 1}
 * @param newer title of the book that takes its place
 * @param fallsBy faces that the older book passes and the newer one fails, under the newer rule that fails them first
 * @param returnsBy faces that the older book fails and the newer one passes, under the older rule that failed them first
 */
public record RuleBookChange(
        String older, String newer, Map<String, List<FaceRecord>> fallsBy, Map<String, List<FaceRecord>> returnsBy) {

    /** The same faces under two books. */
    public static RuleBookChange of(RuleBook older, RuleBook newer, FaceTable table) {
        return new RuleBookChange(older.title(), newer.title(), lost(older, newer, table), lost(newer, older, table));
    }

    /** Faces that the older book passes and the newer one fails, rule by rule. */
    public List<FaceRecord> falls() {
        return all(fallsBy.values());
    }

    /** Faces that the older book fails and the newer one passes, rule by rule. */
    public List<FaceRecord> returns() {
        return all(returnsBy.values());
    }

    @Override
    public String toString() {
        return "%s kept by %s %s under %s%s; %s"
                .formatted(
                        faces(falls().size()),
                        older,
                        falls().size() == 1 ? "falls" : "fall",
                        newer,
                        rules(fallsBy),
                        returns().isEmpty()
                                ? "none returns"
                                : returns().size()
                                        + (returns().size() == 1 ? " returns" : " return")
                                        + rules(returnsBy));
    }

    private static Map<String, List<FaceRecord>> lost(RuleBook passing, RuleBook failing, FaceTable table) {
        return table.rows().stream()
                .filter(face -> passing.firstFailed(face).isEmpty())
                .filter(face -> failing.firstFailed(face).isPresent())
                .collect(Collectors.groupingBy(
                        face -> failing.firstFailed(face).orElseThrow().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(FaceRow::face, Collectors.toUnmodifiableList())));
    }

    private static List<FaceRecord> all(Collection<List<FaceRecord>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }

    private static String rules(Map<String, List<FaceRecord>> groups) {
        return groups.isEmpty()
                ? ""
                : groups.entrySet().stream()
                        .map(entry -> "%d %s".formatted(entry.getValue().size(), entry.getKey()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
