package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.DecisionLine.Act;
import doppel.clean.DecisionLine.Ruling;
import doppel.extract.FaceFolder;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two programs, or a kill, can do to the file of decisions. */
class DecisionJournalTest {

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    private Path file;

    @BeforeAll
    static void twelveFaces() throws IOException {
        folder = MadeTable.folder(temporary.resolve("faces"), 12);
    }

    @BeforeEach
    void forgetAll() throws IOException {
        file = folder.path().resolve("decisions.jsonl");
        Files.deleteIfExists(file);
    }

    /** Each act is read before it is written; without a lock that holds, one program writes over the other's lines. */
    @Test
    void twoProgramsLoseNoDecisionOfEachOther() throws Exception {
        var acts = 60;
        var one = DecidingProcess.start(folder, "one", acts);
        var other = DecidingProcess.start(folder, "other", acts);
        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        var by = new TreeSet<String>();
        for (var line : JsonLines.read(file, DecisionLine.class)) {
            line.value().rulings().forEach(ruling -> by.add(ruling.by()));
        }
        assertEquals(2 * (acts - acts / 5), by.size());
        assertEquals(2 * acts, Files.readAllLines(file).size());
    }

    /** The lock must outlive the reading of the lines, which happens inside of an act. */
    @Test
    void readingTheLinesDoesNotOpenTheLock() throws Exception {
        try (var journal = DecisionJournal.open(file)) {
            journal.append(DecisionLine.deciding(List.of(new Ruling(Decision.KEPT, "us", List.of("000000-0")))), 0);
            JsonLines.read(file, DecisionLine.class);
            var other = DecidingProcess.start(folder, "other", 1);
            var complaint = new String(other.getErrorStream().readAllBytes());
            assertTrue(complaint.contains("is being written by another notebook: decide again"), complaint);
        }
        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void whoWaitsInVainIsToldWhy() throws Exception {
        try (var journal = DecisionJournal.open(file)) {
            var fault = assertThrows(IllegalStateException.class, () -> DecisionJournal.open(file));
            assertEquals(file + " is being written by another notebook: decide again", fault.getMessage());
        }
    }

    /** Whenever a program is killed, every act that it had finished is there whole, and at most one more. */
    @Test
    void aKillAtAnyInstantLosesAtMostTheActInFlight() throws Exception {
        var random = new Random(1);
        for (int kill = 0; kill < 10; kill++) {
            Files.deleteIfExists(file);
            var child = DecidingProcess.start(folder, "child", 1_000_000);
            var said = child.inputReader();
            var wait = 1 + random.nextInt(40);
            var last = -1;
            while (last < wait) {
                last = Integer.parseInt(said.readLine());
            }
            Thread.sleep(0, random.nextInt(999_999));
            child.toHandle().destroyForcibly(); // what it said before can still be read
            for (var line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                last = Math.max(last, Integer.parseInt(line));
            }
            child.waitFor();
            var lines = JsonLines.read(file, DecisionLine.class);
            assertTrue(
                    lines.size() == last + 1 || lines.size() == last + 2,
                    "%d lines after act %d".formatted(lines.size(), last));
            for (int act = 0; act < lines.size(); act++) {
                var line = lines.get(act).value();
                var undo = act % 5 == 4;
                assertEquals(undo ? Act.UNDO : Act.DECIDE, line.act());
                assertEquals(
                        undo ? List.of() : List.of("child-" + act),
                        line.rulings().stream().map(Ruling::by).toList());
            }
            Decisions.open(folder).keep("000003-0", Decisions.HAND);
            assertEquals(
                    lines.size() + 1, JsonLines.read(file, DecisionLine.class).size());
        }
    }

    @Test
    void linesOfTheOlderFormAreStillRead() throws IOException {
        Files.writeString(file, """
                {"act":"REJECT","faces":["000000-0","000001-0"],"by":"blurred","time":"2026-11-23T18:53:53.718735763Z"}
                {"act":"KEEP","faces":["000002-0"],"by":"hand","time":"2026-11-23T18:54:00Z"}
                {"act":"KEEP","faces":["000003-0"],"by":"hand","time":"2026-11-23T18:55:00Z"}
                {"act":"UNDO","faces":[],"by":"hand","time":"2026-11-23T18:56:00Z"}
                {"act":"CLEAR","faces":["000001-0"],"by":"hand","time":"2026-11-23T18:57:00Z"}
                """);
        var decisions = Decisions.open(folder);
        assertEquals("blurred", decisions.by("000000-0"));
        assertEquals(
                "2026-11-23T18:53:53.718735763Z",
                decisions.time("000000-0").orElseThrow().toString());
        assertEquals(Decision.UNDECIDED, decisions.of("000001-0"));
        assertEquals(Decision.KEPT, decisions.of("000002-0"));
        assertEquals(Decision.UNDECIDED, decisions.of("000003-0"));
        assertTrue(decisions.time("000003-0").isEmpty());
        decisions.undo();
        assertEquals("blurred", decisions.by("000001-0"));
    }

    @Test
    void aLineHoldsOneActOfSeveralRules() throws IOException {
        var line = DecisionLine.deciding(List.of(
                new Ruling(Decision.REJECTED, "workshop 2: sharp", List.of("000000-0")),
                new Ruling(Decision.UNDECIDED, "workshop 2", List.of("000001-0")),
                new Ruling(Decision.REJECTED, "workshop 2: lit", List.of())));
        Files.writeString(file, JsonLines.line(line));
        assertTrue(
                Files.readString(file)
                        .startsWith(
                                "{\"act\":\"DECIDE\",\"rulings\":[{\"decision\":\"REJECTED\",\"by\":\"workshop 2: sharp\","
                                        + "\"faces\":[\"000000-0\"]},{\"decision\":\"UNDECIDED\""),
                Files.readString(file));
        assertEquals(line, JsonLines.read(file, DecisionLine.class).get(0).value());
    }

    @Test
    void aLineThatLacksAPartIsNamed() throws IOException {
        for (var line : List.of(
                "{}",
                "[]",
                "{\"act\":\"KEEP\",\"by\":\"hand\",\"time\":\"2026-11-23T18:54:00Z\"}",
                "{\"act\":\"DECIDE\",\"rulings\":[{\"decision\":\"EATEN\"}],\"time\":\"2026-11-23T18:54:00Z\"}",
                "{\"act\":\"DECIDE\",\"rulings\":[{\"decision\":\"KEPT\"}],\"time\":\"2026-11-23T18:54:00Z\"}",
                "null",
                "{\"act\":\"DECIDE\",\"rulings\":[{\"decision\":null,\"by\":\"us\",\"faces\":[\"000000-0\"]}],\"time\":\"2026-11-23T18:54:00Z\"}",
                "{\"act\":\"DECIDE\",\"rulings\":[{\"decision\":\"KEPT\",\"faces\":[\"000000-0\"]}],\"time\":\"2026-11-23T18:54:00Z\"}",
                "{\"act\":\"DECIDE\",\"rulings\":[null],\"time\":\"2026-11-23T18:54:00Z\"}",
                "{\"act\":\"DECIDE\",\"rulings\":[],\"time\":\"yesterday\"}")) {
            Files.writeString(file, line + "\n");
            var fault = assertThrows(IOException.class, () -> Decisions.open(folder), line);
            assertTrue(fault.getMessage().startsWith(file + " line 1 "), fault.getMessage());
        }
    }

    /** A file without a line break would be taken for a torn line, and cut off. */
    @Test
    void aLinkIsNotWrittenThrough() throws IOException {
        var outside = Files.writeString(temporary.resolve("letter.txt"), "precious");
        Files.createSymbolicLink(file, outside);
        var decisions = Decisions.open(folder);
        var fault = assertThrows(IOException.class, () -> decisions.keep("000000-0", Decisions.HAND));
        assertEquals(file + " is a link: put the file itself there", fault.getMessage());
        assertEquals("precious", Files.readString(outside));
    }

    @Test
    void aFolderThatCannotBeWrittenSaysWhatToDo() throws IOException {
        var lock = file.resolveSibling("decisions.lock");
        Files.deleteIfExists(lock);
        Files.createDirectory(lock);
        try {
            var decisions = Decisions.open(folder);
            var fault = assertThrows(IOException.class, () -> decisions.keep("000000-0", Decisions.HAND));
            assertTrue(fault.getMessage().startsWith("nothing can be decided here (" + lock), fault.getMessage());
            assertTrue(fault.getMessage().endsWith("make the face folder writable"), fault.getMessage());
        } finally {
            Files.delete(lock);
        }
    }

    @Test
    void whoeverTakesTheFileAwayTakesTheDecisionsAway() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.reject("000000-0", Decisions.HAND);
        Files.delete(file);
        assertEquals(Decision.UNDECIDED, decisions.of("000000-0"));
        decisions.reject("000001-0", Decisions.HAND);
        assertEquals(1, Decisions.open(folder).counts().get(Decision.REJECTED));
    }

    /** Else one act on very many faces would take all earlier decisions with it. */
    @Test
    void anActThatIsTooLongToReadAgainIsNotWritten() throws IOException {
        Decisions.open(folder).keep("000000-0", Decisions.HAND);
        var before = Files.readString(file);
        var ids = IntStream.range(0, 100_000).mapToObj("%06d-0"::formatted).toList();
        var line = DecisionLine.deciding(List.of(new Ruling(Decision.REJECTED, "all", ids)));
        try (var journal = DecisionJournal.open(file)) {
            var fault = assertThrows(IOException.class, () -> journal.append(line, Files.size(file)));
            assertTrue(fault.getMessage().endsWith("too long to be read again: do it in parts"), fault.getMessage());
        }
        assertEquals(before, Files.readString(file));
    }
}
