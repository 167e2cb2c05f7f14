package doppel.clean;

import doppel.clean.DecisionLine.Act;
import java.time.Instant;
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

    /** What was decided about one face, by whom and when. */
    record Verdict(Decision decision, String by, Instant time) {
        static final Verdict NONE = new Verdict(Decision.UNDECIDED, "", Instant.EPOCH);
    }

    /** The verdicts of some faces before and after one act. */
    private record Change(Map<String, Verdict> before, Map<String, Verdict> after) {}

    Verdict of(String face) {
        return verdicts.getOrDefault(face, Verdict.NONE);
    }

    /** Whether there is anything to decide, to undo or to redo. */
    boolean changesBy(DecisionLine line) {
        return switch (line.act()) {
            case DECIDE -> !line.rulings().isEmpty();
            case UNDO -> !done.isEmpty();
            case REDO -> !undone.isEmpty();
        };
    }

    /** Takes one line up, and says which faces it concerned. */
    List<String> accept(DecisionLine line) {
        if (!changesBy(line)) {
            return List.of();
        }
        var change = line.act() == Act.DECIDE ? change(line) : line.act() == Act.UNDO ? done.pop() : undone.pop();
        switch (line.act()) {
            case DECIDE -> {
                done.push(change);
                undone.clear();
            }
            case UNDO -> undone.push(change);
            case REDO -> done.push(change);
        }
        verdicts.putAll(line.act() == Act.UNDO ? change.before() : change.after());
        return List.copyOf(change.after().keySet());
    }

    private Change change(DecisionLine line) {
        var before = new LinkedHashMap<String, Verdict>();
        var after = new LinkedHashMap<String, Verdict>();
        for (var ruling : line.rulings()) {
            var decided = ruling.decision() != Decision.UNDECIDED;
            var verdict = decided ? new Verdict(ruling.decision(), ruling.by(), line.time()) : Verdict.NONE;
            for (var face : ruling.faces()) {
                before.put(face, of(face));
                after.put(face, verdict);
            }
        }
        return new Change(before, after);
    }
}
