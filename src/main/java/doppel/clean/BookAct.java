package doppel.clean;

import doppel.clean.DecisionHistory.Verdict;
import doppel.clean.DecisionLine.Ruling;
import doppel.extract.FaceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One act of a rule book in the making: decides about what is undecided, and about what the book itself decided. */
final class BookAct {

    private final RuleBook book;
    private final DecisionHistory history;
    private final List<Ruling> rulings = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private int rejected;
    private int returned;
    private int keptByHand;

    BookAct(RuleBook book, DecisionHistory history) {
        this.book = book;
        this.history = history;
    }

    /** The first rule that a face fails rejects it; what it fails later adds nothing. */
    void reject(String rule, List<FaceRecord> failing) {
        var by = book.by(rule);
        var faces = new ArrayList<String>();
        for (var face : failing) {
            var held = history.of(face.id());
            if (!asked.add(face.id())) {
                continue;
            }
            if (held.decision() == Decision.KEPT && held.by().equals(Decisions.HAND)) {
                keptByHand++;
            } else if (held.decision() == Decision.UNDECIDED) {
                faces.add(face.id());
                rejected++;
            } else if (ours(held) && !held.by().equals(by)) {
                faces.add(face.id());
            }
        }
        rulings.add(new Ruling(Decision.REJECTED, by, faces));
    }

    /** What this book rejected in another version, and passes now, is undecided again. */
    void giveBack(List<FaceRecord> passing) {
        var faces = passing.stream()
                .map(FaceRecord::id)
                .filter(id -> ours(history.of(id)))
                .toList();
        returned = faces.size();
        rulings.add(new Ruling(Decision.UNDECIDED, book.title(), faces));
    }

    List<Ruling> rulings() {
        return rulings;
    }

    RuleOutcome outcome() {
        return new RuleOutcome(book.title(), rejected, returned, keptByHand);
    }

    private boolean ours(Verdict verdict) {
        return verdict.decision() == Decision.REJECTED && book.made(verdict.by());
    }
}
