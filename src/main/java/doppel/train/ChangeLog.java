package doppel.train;

import doppel.compute.AtomicFile;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All options of a run that were changed on its way, one line each, in the order in which they were. */
final class ChangeLog {

    private final Path file;
    private final List<OptionChange> changes;

    private ChangeLog(Path file, List<OptionChange> changes) {
        this.file = file;
        this.changes = changes;
    }

    /**
     * Goes on after {@code lastStep}: changes with which only later steps were taken, and a line that was torn off by a
     * kill, are dropped.
     */
    static ChangeLog open(Path file, int lastStep) throws IOException {
        var known =
                read(file).stream().filter(change -> change.step() < lastStep).toList();
        AtomicFile.write(file, lines(known).getBytes(StandardCharsets.UTF_8));
        return new ChangeLog(file, new ArrayList<>(known));
    }

    /**
     * All changes; none if there is no file.
     *
     * @throws IOException if the file holds something else; names the line
     */
    static List<OptionChange> read(Path file) throws IOException {
        return JsonLines.read(file, OptionChange.class).stream()
                .map(JsonLines.Line::value)
                .toList();
    }

    void append(List<OptionChange> more) throws IOException {
        Files.writeString(file, lines(more), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        changes.addAll(more);
    }

    /** What an option last became; empty if it was never changed. */
    Optional<String> last(String what) {
        return changes.stream()
                .filter(change -> change.what().equals(what))
                .reduce((before, after) -> after)
                .map(OptionChange::to);
    }

    List<OptionChange> all() {
        return List.copyOf(changes);
    }

    private static String lines(List<OptionChange> changes) throws IOException {
        var lines = new StringBuilder();
        for (var change : changes) {
            lines.append(JsonLines.line(change));
        }
        return lines.toString();
    }
}
