package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.extract.FaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

    private static final String FIRST = "000000-0";
    private static final String SECOND = "000001-0";
    private static final String THIRD = "000002-0";

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    private Path file;

    @BeforeAll
    static void threeFaces() throws IOException {
        var rendered = new RenderedFolder(temporary.resolve("faces"), "a");
        var shot = rendered.add(Moment.frontal());
        rendered.add(shot, shot.picture());
        rendered.add(shot, shot.picture());
        folder = rendered.open();
    }

    @BeforeEach
    void forgetAll() throws IOException {
        file = folder.path().resolve("decisions.jsonl");
        Files.deleteIfExists(file);
    }

    @Test
    void atFirstAllAreUndecidedAndNothingIsWritten() throws IOException {
        var decisions = Decisions.open(folder);
        assertEquals(counts(0, 0, 3), decisions.counts());
        assertEquals(List.of(), decisions.undo());
        assertEquals(3, decisions.remaining().size());
        assertTrue(Files.notExists(file) || Files.size(file) == 0);
    }

    @Test
    void aDecisionIsRememberedWithItsMaker() throws IOException {
        Decisions.open(folder).reject(SECOND, "too dark");
        Decisions.open(folder).keep(FIRST, Decisions.HAND);
        var decisions = Decisions.open(folder);
        assertEquals(Decision.REJECTED, decisions.of(SECOND));
        assertEquals("too dark", decisions.by(SECOND));
        assertEquals(Decision.KEPT, decisions.of(FIRST));
        assertEquals("", decisions.by(THIRD));
        assertEquals(counts(1, 1, 1), decisions.counts());
        assertEquals(
                List.of(FIRST, THIRD),
                decisions.remaining().stream().map(face -> face.id()).toList());
        assertEquals("decisions about actor-a: 1 kept, 1 rejected, 1 undecided", decisions.toString());
    }

    @Test
    void noPictureIsTouched() throws IOException {
        var before = sizes();
        var decisions = Decisions.open(folder);
        decisions.rejectAll(folder.faces(), "all");
        decisions.undo();
        var after = sizes();
        for (var ours : List.of("decisions.jsonl", "decisions.lock")) {
            before.remove(ours);
            after.remove(ours);
        }
        assertEquals(before, after);
    }

    @Test
    void undoAndRedoWalkThroughWhatWasDone() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.keep(FIRST, "hand");
        decisions.reject(FIRST, "blurred");
        assertEquals(List.of(FIRST), decisions.undo());
        assertEquals(Decision.KEPT, decisions.of(FIRST));
        assertEquals("hand", decisions.by(FIRST));
        decisions.undo();
        assertEquals(Decision.UNDECIDED, decisions.of(FIRST));
        assertEquals(List.of(), decisions.undo());
        decisions.redo();
        decisions.redo();
        assertEquals("blurred", decisions.by(FIRST));
        assertEquals(List.of(), decisions.redo());
    }

    @Test
    void aNewDecisionEndsRedo() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.reject(FIRST, "hand");
        decisions.undo();
        decisions.keep(SECOND, "hand");
        assertEquals(List.of(), decisions.redo());
        assertEquals(Decision.UNDECIDED, decisions.of(FIRST));
    }

    @Test
    void manyFacesAreOneActAndUndoneAsOne() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.keep(SECOND, "hand");
        decisions.rejectAll(folder.faces(), "rule");
        assertEquals(counts(0, 3, 0), decisions.counts());
        assertEquals(List.of(FIRST, SECOND, THIRD), decisions.undo());
        assertEquals(counts(1, 0, 2), decisions.counts());
    }

    @Test
    void undoWorksInTheNextSessionToo() throws IOException {
        Decisions.open(folder).reject(FIRST, "hand");
        Decisions.open(folder).reject(SECOND, "hand");
        Decisions.open(folder).undo();
        Decisions.open(folder).undo();
        Decisions.open(folder).redo();
        assertEquals(counts(0, 1, 2), Decisions.open(folder).counts());
    }

    @Test
    void twoNotebooksWriteOneHistory() throws IOException {
        var one = Decisions.open(folder);
        var other = Decisions.open(folder);
        one.reject(FIRST, "hand");
        other.reject(SECOND, "hand");
        assertEquals(List.of(SECOND), one.undo());
        assertEquals(counts(0, 1, 2), Decisions.open(folder).counts());
    }

    @Test
    void eachNotebookSeesWhatTheOtherDecided() throws IOException {
        var one = Decisions.open(folder);
        var other = Decisions.open(folder);
        one.reject(FIRST, "blurred");
        assertEquals(Decision.REJECTED, other.of(FIRST));
        assertEquals("blurred", other.by(FIRST));
        other.keep(SECOND, "hand");
        assertEquals(counts(1, 1, 1), one.counts());
        one.undo();
        one.undo();
        assertEquals(3, other.remaining().size());
    }

    @Test
    void clearingLeavesAFaceUndecided() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.reject(FIRST, "hand");
        decisions.clear(FIRST, "hand");
        assertEquals(Decision.UNDECIDED, decisions.of(FIRST));
        assertEquals("", decisions.by(FIRST));
    }

    /** A kill can cut the file anywhere: what was on the disk whole holds, and the work goes on. */
    @Test
    void whereverAKillCutsTheFileOnlyTheLineInFlightIsLost() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.reject(FIRST, "hand");
        decisions.keep(SECOND, "hand");
        decisions.undo();
        decisions.reject(THIRD, "rule");
        var whole = Files.readAllBytes(file);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            var lines = (int)
                    new String(whole, 0, cut).chars().filter(c -> c == '\n').count();
            assertEquals(after(lines), Decisions.open(folder).all(), "cut at byte " + cut);
            var next = Decisions.open(folder);
            next.keep(FIRST, "hand");
            assertEquals(Decision.KEPT, Decisions.open(folder).of(FIRST), "cut at byte " + cut);
            assertEquals(lines + 1, Files.readAllLines(file).size(), "cut at byte " + cut);
        }
    }

    @Test
    void anUnknownFaceIsRefused() throws IOException {
        var decisions = Decisions.open(folder);
        for (var act : List.<Act>of(
                () -> decisions.keep("000009-0", "hand"),
                () -> decisions.reject("000009-0", "hand"),
                () -> decisions.clear("000009-0", "hand"),
                () -> decisions.of("000009-0"))) {
            var fault = assertThrows(IllegalArgumentException.class, act::run);
            assertEquals(
                    "faces has 3 faces and none has the id \"000009-0\": take one from faces()", fault.getMessage());
        }
        assertEquals(counts(0, 0, 3), decisions.counts());
    }

    @Test
    void aDecisionWithoutAMakerIsRefused() throws IOException {
        var decisions = Decisions.open(folder);
        var fault = assertThrows(IllegalArgumentException.class, () -> decisions.keep(FIRST, " "));
        assertTrue(fault.getMessage().endsWith("try \"hand\""), fault.getMessage());
    }

    @Test
    void aLineThatIsNoDecisionIsNamed() throws IOException {
        Decisions.open(folder).reject(FIRST, "hand");
        Files.writeString(file, Files.readString(file) + "{\"act\":\"EAT\"}\n");
        var fault = assertThrows(IOException.class, () -> Decisions.open(folder));
        assertTrue(fault.getMessage().contains("decisions.jsonl line 2"), fault.getMessage());
    }

    private interface Act {
        void run() throws IOException;
    }

    /** What holds after the first lines of the kill test. */
    private static Map<String, Decision> after(int lines) {
        var first = lines >= 1 ? Decision.REJECTED : Decision.UNDECIDED;
        var second = lines == 2 ? Decision.KEPT : Decision.UNDECIDED;
        var third = lines >= 4 ? Decision.REJECTED : Decision.UNDECIDED;
        return Map.of(FIRST, first, SECOND, second, THIRD, third);
    }

    private static Map<Decision, Integer> counts(int kept, int rejected, int undecided) {
        return Map.of(Decision.KEPT, kept, Decision.REJECTED, rejected, Decision.UNDECIDED, undecided);
    }

    private static TreeMap<String, Long> sizes() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var files = Files.walk(folder.path())) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                sizes.put(folder.path().relativize(each).toString(), Files.size(each));
            }
        }
        return sizes;
    }
}
