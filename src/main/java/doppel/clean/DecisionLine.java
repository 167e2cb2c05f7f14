package doppel.clean;

import java.time.Instant;
import java.util.List;

/**
 * One line of {@code decisions.jsonl}: one act, of a hand or a rule, that is undone as a whole.
 *
 * @param act what was done
 * @param faces ids of the faces it was done to; none for undo and redo, which repeat or take back another line
 * @param by name of the rule, or {@code hand}
 * @param time of the act
 */
record DecisionLine(Act act, List<String> faces, String by, Instant time) {

    DecisionLine {
        faces = List.copyOf(faces);
    }

    /** What can be done. */
    enum Act {
        KEEP(Decision.KEPT),
        REJECT(Decision.REJECTED),
        CLEAR(Decision.UNDECIDED),
        UNDO(Decision.UNDECIDED),
        REDO(Decision.UNDECIDED);

        private final Decision decision;

        Act(Decision decision) {
            this.decision = decision;
        }

        /** What then holds for the faces of the line; without meaning for undo and redo. */
        Decision decision() {
            return decision;
        }
    }
}
