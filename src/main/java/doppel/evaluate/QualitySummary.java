package doppel.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The rows of one question asked with several seeds: what the seed changes is the spread.
 *
 * @param rows 1 or more that differ in the seed alone
 */
public record QualitySummary(List<QualityRow> rows) {

    /**
     * @throws IllegalArgumentException if there is no row
     */
    public QualitySummary {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a summary needs at least one row: measure first");
        }
    }

    /** One for each question, in the order in which they were first asked. */
    public static List<QualitySummary> of(List<QualityRow> rows) {
        var groups = new LinkedHashMap<QualityTrial, List<QualityRow>>();
        for (var row : rows) {
            groups.computeIfAbsent(row.trial().withSeed(0), trial -> new ArrayList<>())
                    .add(row);
        }
        return groups.values().stream().map(QualitySummary::new).toList();
    }

    /** The question, with the first seed. */
    public QualityTrial trial() {
        return rows.get(0).trial();
    }

    /** A number of the rows. */
    public Spread of(ToDoubleFunction<QualityRow> number) {
        return Spread.of(rows.stream().mapToDouble(number));
    }

    /** The mean over the frames of a score of the rows; its spread is that over the seeds. */
    public Spread ofScore(Function<TruthScores, Spread> score) {
        return of(row -> score.apply(row.scores()).mean());
    }
}
