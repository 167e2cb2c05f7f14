package doppel.clean;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a rule book decided when it was applied.
 *
 * @param book name and version
 * @param rejected faces that were undecided and are rejected now
 * @param returned faces that another version of the book had rejected, and that are undecided again
 * @param keptByHand faces that fail, but that a hand has kept: they stay kept
 */
public record RuleOutcome(String book, int rejected, int returned, int keptByHand) {

    /** One act; a report that changes nothing is none. */
    static RuleOutcome of(RuleReport report, Decisions decisions) throws IOException {
        var ours = report.faces().folder().path();
        var theirs = decisions.folder().path();
        if (!ours.equals(theirs)) {
            throw new IllegalArgumentException(
                    "the report is about %s and the decisions are about %s: open the decisions of the report's folder"
                            .formatted(ours, theirs));
        }
        var outcome = new AtomicReference<RuleOutcome>();
        decisions.decide(history -> {
            var act = new BookAct(report.book(), history);
            report.rules().forEach(rule -> act.reject(rule, report.failing(rule)));
            act.giveBack(report.passing());
            outcome.set(act.outcome());
            return act.rulings();
        });
        return outcome.get();
    }

    @Override
    public String toString() {
        return "%s: %s rejected, %d undecided again".formatted(book, faces(rejected), returned)
                + (keptByHand == 0
                        ? ""
                        : ", %s left to the hand that kept %s"
                                .formatted(faces(keptByHand), keptByHand == 1 ? "it" : "them"));
    }

    private static String faces(int count) {
        return count == 1 ? "1 face" : count + " faces";
    }
}
