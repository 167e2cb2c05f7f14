package doppel.clean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A limit that the data themselves suggest for a measure: something to look at, never applied by itself.
 *
 * <pre>{@code
 * var suggestion = ThresholdSuggestion.of(table, "sharpness");
 * var book = RuleBook.of("workshop", suggestion.rule("sharp enough"));
 * }</pre>
 *
 * <ol>
 *   <li>Put the faces in order, the worst first.
 *   <li>Among the worst quarter, find the widest gap between two neighbors. Faults often come in groups that stand apart; a
 *       clean clip mostly has a tail without a gap.
 *   <li>If the gap is at least {@value #APART} times as wide as from there to the middle face, the limit is in it: the
 *       <i>knee</i>. That number was chosen by eye on three rendered clips, to find the faults of one and little in the
 *       other two; there it still set one or two good faces apart in {@code jump} and {@code covered}, so look at a knee
 *       of few faces before it is used.
 *   <li>Otherwise nothing stands apart, and the limit that the worst {@value #PERCENT} % fail only says where to look.
 * </ol>
 *
 * <p>Book: chapter 8, "Getting data under control".
 *
 * @param measure that the limit is for
 * @param faces that have a value of it
 * @param quantile what the worst {@value #PERCENT} % fail
 * @param knee what the faces that stand apart fail, if some do
 */
public record ThresholdSuggestion(Measure measure, int faces, Cut quantile, Optional<Cut> knee) {

    private static final int PERCENT = 2;

    private static final double APART = 0.4;

    private static final int FEWEST = 20;

    /** Their ends are not bad ones. */
    private static final Set<Measure> WITHOUT_LIMIT = EnumSet.of(Measure.SECONDS, Measure.CLUSTER);

    /**
     * A limit, and what it would do.
     *
     * @param limit in the measure's unit; of yaw and its like, to both sides of 0
     * @param failing how many faces are beyond it
     */
    public record Cut(double limit, int failing) {}

    /**
     * @param measure such as {@code sharpness}
     * @throws IllegalArgumentException if there is no such measure, or none with a bad end, or less than 20 faces have it
     */
    public static ThresholdSuggestion of(FaceTable table, String measure) {
        var column = Measure.named(measure);
        if (WITHOUT_LIMIT.contains(column)) {
            throw new IllegalArgumentException(
                    "%s has no bad end to find a limit at: write a rule in Java for it".formatted(measure));
        }
        var badness = Arrays.stream(table.values(measure))
                .filter(Double::isFinite)
                .map(value -> -column.badness(value))
                .sorted()
                .map(value -> -value)
                .toArray();
        if (badness.length < FEWEST) {
            throw new IllegalArgumentException("a limit for %s needs %d faces that have it, got %d: choose one by eye"
                    .formatted(measure, FEWEST, badness.length));
        }
        return new ThresholdSuggestion(
                column,
                badness.length,
                cut(column, badness, (badness.length * PERCENT + 99) / 100),
                knee(badness).map(failing -> cut(column, badness, failing)));
    }

    /** The knee if faces stand apart, and the quantile otherwise. */
    public Cut preferred() {
        return knee.orElse(quantile);
    }

    /** Why that limit, in half a sentence. */
    public String why() {
        var failing = preferred().failing();
        if (failing == 0) {
            return "nothing stands apart, and no face of %d is beyond it".formatted(faces);
        }
        return knee.isPresent()
                ? "%d of %d faces %s apart beyond it".formatted(failing, faces, failing == 1 ? "stands" : "stand")
                : "nothing stands apart: it only marks the worst %d of %d".formatted(failing, faces);
    }

    /** The preferred limit as a rule, which is applied when its book is. */
    public Rule rule(String name) {
        var limit = preferred().limit();
        var rule = isTwoSided()
                ? Rule.within(name, measure.label(), -limit, limit)
                : lowIsBad(measure)
                        ? Rule.atLeast(name, measure.label(), limit)
                        : Rule.atMost(name, measure.label(), limit);
        return rule.because(why());
    }

    @Override
    public String toString() {
        var limit = "%s: %s".formatted(rule("suggestion").test().words(), why());
        if (knee.isPresent()) {
            return "%s; the worst %d %% would be %s".formatted(limit, PERCENT, Rule.Limits.plain(quantile.limit()));
        }
        return quantile.failing() == 0 ? limit : limit + ", so look at them first";
    }

    /** How many faces stand apart at the bad end. */
    private static Optional<Integer> knee(double[] badness) {
        int widest = 1;
        for (int failing = 2; failing <= badness.length / 4; failing++) {
            if (gap(badness, failing) > gap(badness, widest)) {
                widest = failing;
            }
        }
        var toMiddle = badness[widest] - badness[badness.length / 2];
        var gap = gap(badness, widest);
        return gap > 0 && gap >= APART * toMiddle ? Optional.of(widest) : Optional.empty();
    }

    /** Between the last face that fails and the first that passes. */
    private static double gap(double[] badness, int failing) {
        return badness[failing - 1] - badness[failing];
    }

    /** The limit that so many faces fail; fewer if others are just as bad. */
    private static Cut cut(Measure measure, double[] badness, int failing) {
        var limit = between(badness[failing], badness[failing - 1]);
        var beyond = (int) Arrays.stream(badness).filter(value -> value > limit).count();
        return new Cut(lowIsBad(measure) ? 0 - limit : limit, beyond);
    }

    /** The roundest number between the two, near their middle; the better one if there is none. */
    private static double between(double better, double worse) {
        var middle = BigDecimal.valueOf((better + worse) / 2);
        for (int digits = 1; digits <= 6; digits++) {
            var round = middle.round(new MathContext(digits)).doubleValue();
            if (round >= better && round < worse) {
                return round;
            }
        }
        return better;
    }

    private static boolean lowIsBad(Measure measure) {
        return measure.badness(1) < measure.badness(-1);
    }

    private boolean isTwoSided() {
        return measure.badness(1) == measure.badness(-1);
    }
}
