package doppel.clean;

import doppel.clean.DecisionLine.Act;
import doppel.clean.DecisionLine.Ruling;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which faces to keep and which to pass over, with who decided it; every decision can be taken back.
 *
 * <pre>{@code
 * var decisions = Decisions.open(faces);
 * decisions.reject("000123-0", "hand");
 * decisions.undo();
 * }</pre>
 *
 * <p>Cleaning is done by eye, for hours, and mistakes are made. So no picture is ever moved or deleted: the folder only
 * gets a file {@code decisions.jsonl} of what was done when, one line an act, undo and redo included. What two
 * notebooks decide about one folder is one history: each sees at its next look what the other did.
 *
 * <p>Book: chapter 4, "Preparing the training images", where bad faces are deleted.
 */
public final class Decisions {

    /** Who decided, if no rule did. */
    public static final String HAND = "hand";

    private final FaceFolder folder;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Path file;
    private DecisionHistory history = new DecisionHistory();
    private long end;

    private Decisions(FaceFolder folder) {
        this.folder = folder;
        this.file = folder.path().resolve("decisions.jsonl");
        folder.faces().forEach(face -> ids.add(face.id()));
    }

    /**
     * The decisions about the faces of a folder; all are undecided at first.
     *
     * @throws IOException if the folder's decisions are not readable; names file and line
     */
    public static Decisions open(FaceFolder folder) throws IOException {
        var decisions = new Decisions(folder);
        decisions.refresh();
        return decisions;
    }

    /**
     * @param by name of the rule that decided, or {@code hand}
     * @throws IllegalArgumentException if the folder has no such face
     */
    public void keep(String faceId, String by) throws IOException {
        decide(Decision.KEPT, List.of(faceId), by);
    }

    /**
     * @param by name of the rule that decided, or {@code hand}
     * @throws IllegalArgumentException if the folder has no such face
     */
    public void reject(String faceId, String by) throws IOException {
        decide(Decision.REJECTED, List.of(faceId), by);
    }

    /** Rejects all of these in one act, which is undone as a whole. */
    public void rejectAll(Collection<FaceRecord> faces, String by) throws IOException {
        decide(Decision.REJECTED, faces.stream().map(FaceRecord::id).toList(), by);
    }

    /**
     * Makes the face undecided.
     *
     * @throws IllegalArgumentException if the folder has no such face
     */
    public void clear(String faceId, String by) throws IOException {
        decide(Decision.UNDECIDED, List.of(faceId), by);
    }

    /** Makes all of these undecided in one act, which is undone as a whole. */
    public void clearAll(Collection<FaceRecord> faces, String by) throws IOException {
        decide(Decision.UNDECIDED, faces.stream().map(FaceRecord::id).toList(), by);
    }

    /**
     * Decides about these faces what the decisions about another folder say, in one act.
     *
     * @param faceIds of faces that both folders have
     */
    public void takeOver(Decisions other, Collection<String> faceIds) throws IOException {
        requireFaces(faceIds);
        var rulings = new ArrayList<Ruling>();
        for (var decision : List.of(Decision.KEPT, Decision.REJECTED)) {
            faceIds.stream()
                    .filter(id -> other.of(id) == decision)
                    .collect(Collectors.groupingBy(other::by, TreeMap::new, Collectors.toList()))
                    .forEach((by, faces) -> rulings.add(new Ruling(decision, by, faces)));
        }
        if (!rulings.isEmpty()) {
            decide(history -> rulings);
        }
    }

    /**
     * Takes the last act back.
     *
     * @return the faces it concerned; none if there is nothing to undo
     */
    public List<String> undo() throws IOException {
        return act(history -> DecisionLine.of(Act.UNDO));
    }

    /**
     * Does again what the last undo took back; a new decision ends that.
     *
     * @return the faces it concerned; none if there is nothing to redo
     */
    public List<String> redo() throws IOException {
        return act(history -> DecisionLine.of(Act.REDO));
    }

    /**
     * @throws IllegalArgumentException if the folder has no such face
     */
    public synchronized Decision of(String faceId) {
        requireFaces(List.of(faceId));
        return latest().of(faceId).decision();
    }

    /**
     * The rule that decided, with its book and version, {@code workshop 2: sharp enough}; or {@code hand}; empty for an
     * undecided face.
     */
    public synchronized String by(String faceId) {
        requireFaces(List.of(faceId));
        return latest().of(faceId).by();
    }

    /** When it was decided; none for an undecided face. */
    public synchronized Optional<Instant> time(String faceId) {
        requireFaces(List.of(faceId));
        return Optional.of(latest().of(faceId))
                .filter(verdict -> verdict.decision() != Decision.UNDECIDED)
                .map(DecisionHistory.Verdict::time);
    }

    /** Every face of the folder, in the order of the clip. */
    public synchronized Map<String, Decision> all() {
        var all = new LinkedHashMap<String, Decision>();
        var latest = latest();
        ids.forEach(id -> all.put(id, latest.of(id).decision()));
        return Collections.unmodifiableMap(all);
    }

    /** How many faces of each; the three together are the folder. */
    public Map<Decision, Integer> counts() {
        var counts = new EnumMap<Decision, Integer>(Decision.class);
        for (var decision : Decision.values()) {
            counts.put(decision, 0);
        }
        all().values().forEach(decision -> counts.merge(decision, 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** The faces that are left: all but the rejected ones, in the order of the clip. */
    public List<FaceRecord> remaining() {
        var all = all();
        return folder.faces().stream()
                .filter(face -> all.get(face.id()) != Decision.REJECTED)
                .toList();
    }

    @Override
    public String toString() {
        var counts = counts();
        return "decisions about %s: %d kept, %d rejected, %d undecided"
                .formatted(
                        folder.person(),
                        counts.get(Decision.KEPT),
                        counts.get(Decision.REJECTED),
                        counts.get(Decision.UNDECIDED));
    }

    /** The folder that is decided about. */
    FaceFolder folder() {
        return folder;
    }

    /**
     * Several rulings in one act, which is undone as a whole.
     *
     * @param choice from what holds at the very moment of the act; nobody decides meanwhile
     */
    void decide(Function<DecisionHistory, List<Ruling>> choice) throws IOException {
        act(history -> DecisionLine.deciding(choice.apply(history)));
    }

    private void decide(Decision decision, Collection<String> faceIds, String by) throws IOException {
        requireFaces(faceIds);
        if (by.isBlank()) {
            throw new IllegalArgumentException("a decision needs the name of who or what decided: try \"hand\"");
        }
        var ruling = new Ruling(decision, by, List.copyOf(new LinkedHashSet<>(faceIds)));
        decide(history -> List.of(ruling));
    }

    private synchronized List<String> act(Function<DecisionHistory, DecisionLine> choice) throws IOException {
        try (var journal = DecisionJournal.open(file)) {
            // another notebook may have decided since
            refresh();
            var line = choice.apply(history);
            if (!history.changesBy(line)) {
                return List.of();
            }
            end = journal.append(line, end);
            return history.accept(line);
        }
    }

    /** What was decided up to now, in another notebook too. */
    private DecisionHistory latest() {
        try {
            refresh();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault.getMessage(), fault);
        }
        return history;
    }

    private void refresh() throws IOException {
        var size = Files.exists(file) ? Files.size(file) : 0;
        if (size != end) {
            var lines = JsonLines.read(file, DecisionLine.class);
            var replayed = new DecisionHistory();
            lines.forEach(line -> replayed.accept(line.value()));
            history = replayed;
            end = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
        }
    }

    private void requireFaces(Collection<String> faceIds) {
        for (var id : faceIds) {
            if (!ids.contains(id)) {
                throw new IllegalArgumentException("%s has %d faces and none has the id \"%s\": take one from faces()"
                        .formatted(folder.path().getFileName(), ids.size(), id));
            }
        }
    }
}
