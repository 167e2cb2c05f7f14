package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six faces: 1 and 2 are blurred, 2 and 3 are covered, 5 is damaged. */
class RuleReportTest {

    private static final Rule SHARP = Rule.atLeast("sharp", "sharpness", 300);

    private static final Rule FREE = Rule.atMost("uncovered", "covered", 0.1);

    private static final RuleBook BOOK = RuleBook.of("workshop", SHARP, FREE);

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    private static FaceTable table;

    private Decisions decisions;

    @BeforeAll
    static void sixFaces() throws IOException {
        folder = MadeTable.folder(temporary.resolve("faces"), 6);
        table = new MadeTable(folder)
                .with(Measure.SHARPNESS, 400, 250, 100, 400, 300, 999)
                .with(Measure.COVERED, 0, 0, 0.5, 0.9, 0.1, 0)
                .withDamaged(5)
                .table();
    }

    @BeforeEach
    void forgetAll() throws IOException {
        Files.deleteIfExists(folder.path().resolve("decisions.jsonl"));
        decisions = Decisions.open(folder);
    }

    @Test
    void eachRuleIsCountedForItself() {
        var report = BOOK.apply(table);
        assertEquals(List.of("whole", "sharp", "uncovered"), report.rules());
        assertEquals(
                List.of(
                        new RuleReport.Count("whole", 5, 1, 1),
                        new RuleReport.Count("sharp", 3, 2, 1),
                        new RuleReport.Count("uncovered", 3, 2, 1)),
                report.counts());
    }

    @Test
    void theWorstFaceComesFirst() {
        var report = BOOK.apply(table);
        assertEquals(List.of(2, 1), frames(report.failing("sharp")));
        assertEquals(List.of(3, 2), frames(report.failing("uncovered")));
        assertEquals(List.of(5), frames(report.failing("whole")));
        var byCode =
                RuleBook.of("code", Rule.of("late", row -> row.frame() < 2)).apply(table);
        assertEquals(List.of(2, 3, 4), frames(byCode.failing("late")));
    }

    @Test
    void overlapsAreCounted() {
        assertArrayEquals(
                new int[][] {{1, 0, 0}, {0, 2, 1}, {0, 1, 2}}, BOOK.apply(table).overlap());
    }

    @Test
    void aFaceSaysAllThatItFails() {
        var report = BOOK.apply(table);
        assertEquals(List.of("sharp", "uncovered"), report.failed(id(2)));
        assertEquals(List.of("whole"), report.failed(id(5)));
        assertEquals(List.of(), report.failed(id(0)));
        assertEquals(List.of(0, 4), frames(report.passing()));
    }

    @Test
    void theReportIsATableAndASentence() {
        var report = BOOK.apply(table);
        assertEquals(
                "workshop 1 on actor-a: 2 of 6 faces pass; these fail: 1 whole, 2 sharp, 2 uncovered",
                report.toString());
        var rows = report.table();
        assertEquals(
                List.of("whole", "sharp", "uncovered"),
                rows.stringColumn("rule").asList());
        assertEquals(List.of(1, 2, 2), rows.intColumn("failed").asList());
        assertEquals("sharpness at least 300", rows.stringColumn("test").get(1));
    }

    @Test
    void aReportDecidesNothing() {
        BOOK.apply(table);
        assertEquals(6, decisions.remaining().size());
    }

    @Test
    void oneActRejectsInTheNameOfTheFirstRuleThatFails() throws IOException {
        var outcome = BOOK.apply(table).decide(decisions);
        assertEquals(new RuleOutcome("workshop 1", 4, 0, 0), outcome);
        assertEquals("workshop 1: 4 faces rejected, 0 undecided again", outcome.toString());
        assertEquals("workshop 1: sharp", decisions.by(id(1)));
        assertEquals("workshop 1: sharp", decisions.by(id(2)));
        assertEquals("workshop 1: uncovered", decisions.by(id(3)));
        assertEquals("workshop 1: whole", decisions.by(id(5)));
        assertEquals(List.of(0, 4), frames(Decisions.open(folder).remaining()));
        assertEquals(
                1, Files.readAllLines(folder.path().resolve("decisions.jsonl")).size());
        assertEquals(4, decisions.undo().size());
        assertEquals(6, Decisions.open(folder).remaining().size());
        decisions.redo();
        assertEquals("workshop 1: uncovered", Decisions.open(folder).by(id(3)));
    }

    @Test
    void whatAHandDecidedStays() throws IOException {
        decisions.keep(id(1), Decisions.HAND);
        decisions.reject(id(0), Decisions.HAND);
        decisions.reject(id(2), Decisions.HAND);
        var outcome = BOOK.apply(table).decide(decisions);
        assertEquals(new RuleOutcome("workshop 1", 2, 0, 1), outcome);
        assertEquals(
                "workshop 1: 2 faces rejected, 0 undecided again, 1 face left to the hand that kept it",
                outcome.toString());
        assertEquals(Decision.KEPT, decisions.of(id(1)));
        assertEquals(Decisions.HAND, decisions.by(id(0)));
        assertEquals(Decisions.HAND, decisions.by(id(2)));
        RuleBook.of("workshop").with(SHARP).apply(table).decide(decisions);
        assertEquals(Decision.REJECTED, decisions.of(id(0)));
    }

    @Test
    void applyingTwiceIsOneAct() throws IOException {
        BOOK.apply(table).decide(decisions);
        assertEquals(new RuleOutcome("workshop 1", 0, 0, 0), BOOK.apply(table).decide(decisions));
        decisions.undo();
        assertEquals(6, decisions.remaining().size());
    }

    @Test
    void aNewerVersionGivesBackWhatItPassesInTheSameAct() throws IOException {
        BOOK.apply(table).decide(decisions);
        var wider = BOOK.with(Rule.atLeast("sharp", "sharpness", 200)).with(Rule.atLeast("seen", "sharpness", 350));
        var outcome = wider.apply(table).decide(decisions);
        assertEquals(new RuleOutcome("workshop 3", 1, 0, 0), outcome);
        assertEquals("workshop 3: seen", decisions.by(id(1)));
        assertEquals("workshop 3: sharp", decisions.by(id(2)));
        assertEquals(
                new RuleOutcome("workshop 4", 0, 2, 0),
                wider.without("seen").apply(table).decide(decisions));
        assertEquals(Decision.UNDECIDED, decisions.of(id(1)));
        assertEquals(Decision.UNDECIDED, decisions.of(id(4)));
        decisions.undo();
        assertEquals("workshop 3: seen", decisions.by(id(4)));
        decisions.undo();
        assertEquals("workshop 1: sharp", decisions.by(id(1)));
        assertEquals(Decision.UNDECIDED, decisions.of(id(4)));
    }

    @Test
    void booksLeaveEachOtherAlone() throws IOException {
        BOOK.apply(table).decide(decisions);
        var lean = RuleBook.of("lean", Rule.of("early", row -> row.frame() < 4));
        assertEquals(new RuleOutcome("lean 1", 1, 0, 0), lean.apply(table).decide(decisions));
        assertEquals("workshop 1: sharp", decisions.by(id(1)));
        assertEquals("lean 1: early", decisions.by(id(4)));
        RuleBook.of("workshop").apply(table).decide(decisions);
        assertEquals("lean 1: early", decisions.by(id(4)));
    }

    @Test
    void decisionsAboutAnotherFolderAreRefused() throws IOException {
        var other = Decisions.open(MadeTable.folder(temporary.resolve("others"), 1));
        var fault = assertThrows(
                IllegalArgumentException.class, () -> BOOK.apply(table).decide(other));
        assertTrue(
                fault.getMessage().contains("others: open the decisions of the report's folder"), fault.getMessage());
    }

    @Test
    void anUnknownRuleListsTheKnownOnes() {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> BOOK.apply(table).failing("lit"));
        assertEquals("workshop 1 has no rule \"lit\": take one of whole, sharp, uncovered", fault.getMessage());
    }

    @Test
    void twoVersionsSayWhichFacesFallAndWhichReturn() {
        var newer = BOOK.without("uncovered").with(Rule.atLeast("very sharp", "sharpness", 350));
        var change = RuleBookChange.of(BOOK, newer, table);
        assertEquals(List.of(4), frames(change.falls()));
        assertEquals(List.of(3), frames(change.returns()));
        assertEquals(
                "1 face kept by workshop 1 falls under workshop 3 (1 very sharp); 1 returns (1 uncovered)",
                change.toString());
        assertEquals(
                "0 faces kept by workshop 1 fall under workshop 1; none returns",
                RuleBookChange.of(BOOK, BOOK, table).toString());
    }

    private static String id(int frame) {
        return folder.faces().get(frame).id();
    }

    private static List<Integer> frames(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::frame).toList();
    }
}
