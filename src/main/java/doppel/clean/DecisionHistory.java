package doppel.clean;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What holds after some lines, and what undo and redo would change. */
final class DecisionHistory {

    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();

    /** What was decided about one face, and by whom. */
    record Verdict(Decision decision, String by) {
        static final Verdict NONE = new Verdict(Decision.UNDECIDED, "");
    }

    /** The verdicts of some faces before and after one act. */
    private record Change(Map<String, Verdict> before, Map<String, Verdict> after) {}

    Verdict of(String face) {
        return verdicts.getOrDefault(face, Verdict.NONE);
    }

    /** Whether there is anything to decide, to undo or to redo. */
    boolean changesBy(DecisionLine line) {
        return switch (line.act()) {
            case UNDO -> !done.isEmpty();
            case REDO -> !undone.isEmpty();
            default -> !line.faces().isEmpty();
        };
    }

    /** Takes one line up, and says which faces it concerned. */
    List<String> accept(DecisionLine line) {
        if (!changesBy(line)) {
            return List.of();
        }
        return switch (line.act()) {
            case UNDO -> undo();
            case REDO -> redo();
            default -> decide(line);
        };
    }

    private List<String> decide(DecisionLine line) {
        var decision = line.act().decision();
        var verdict = decision == Decision.UNDECIDED ? Verdict.NONE : new Verdict(decision, line.by());
        var before = new LinkedHashMap<String, Verdict>();
        var after = new LinkedHashMap<String, Verdict>();
        for (var face : line.faces()) {
            before.put(face, of(face));
            after.put(face, verdict);
        }
        verdicts.putAll(after);
        done.push(new Change(before, after));
        undone.clear();
        return line.faces();
    }

    private List<String> undo() {
        var change = done.pop();
        undone.push(change);
        verdicts.putAll(change.before());
        return List.copyOf(change.before().keySet());
    }

    private List<String> redo() {
        var change = undone.pop();
        done.push(change);
        verdicts.putAll(change.after());
        return List.copyOf(change.after().keySet());
    }
}
