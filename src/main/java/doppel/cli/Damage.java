package doppel.cli;

import java.util.ArrayList;
import java.util.List;

/** Damaged frames as people want to read them: neighbors with one reason in one line. */
final class Damage {

    private record Run(int first, int last, String reason) {

        String line() {
            return first == last
                    ? "  damaged frame %d: %s".formatted(first, reason)
                    : "  damaged frames %d to %d: %s".formatted(first, last, reason);
        }
    }

    private final List<Run> runs = new ArrayList<>();

    /** Frames come in ascending order. */
    void add(int frame, String reason) {
        var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.last + 1 == frame && last.reason.equals(reason)) {
            runs.set(runs.size() - 1, new Run(last.first, frame, reason));
        } else {
            runs.add(new Run(frame, frame, reason));
        }
    }

    List<String> lines() {
        return runs.stream().map(Run::line).toList();
    }
}
