package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.clean.FaceTable;
import doppel.clean.Rule;
import doppel.clean.RuleBook;
import doppel.clean.RuleBookChange;
import doppel.clean.RuleReport;
import doppel.compute.ModelFiles;
import doppel.repair.FrameCensus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten equal faces, judged by their time. */
class RulesViewTest {

    private static final Rule LATE = Rule.atLeast("late", "seconds", 0.1).because("nobody is ready at once");
    private static final Rule EVEN = Rule.of("even", row -> row.frame() % 2 == 0);

    @TempDir
    private Path folder;

    private final TestPage page = TestPage.open();
    private RuleReport report;

    @BeforeEach
    void applyABook() throws IOException {
        var table = FaceTable.of(SketchedFaces.write(folder, 10), ModelFiles.in(Path.of("data", "models")));
        report = RuleBook.of("clock", LATE, EVEN).apply(table);
    }

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void aReportShowsCountsAndFacesOfEachRule() {
        var view = Views.of(report);
        var html = (String) view.forms().get("text/html");
        assertTrue(html.contains("clock 1 on anna: 3 of 10 faces pass"), html.substring(0, 400));
        assertTrue(html.contains("seconds at least 0.1"));
        assertEquals(2, html.split("<img", -1).length - 1);
        assertEquals(report.toString(), view.forms().get("text/plain"));
    }

    @Test
    void aBookShowsItsRulesWithTheirReasons() {
        var html = (String) Views.of(report.book()).forms().get("text/html");
        assertTrue(html.contains("late") && html.contains("nobody is ready at once"), html);
    }

    @Test
    void whatABookChangesIsSaidInOneSentence() {
        var change = RuleBookChange.of(report.book(), report.book().without("even"), report.faces());
        assertEquals(change.toString(), Views.of(change).forms().get("text/plain"));
    }

    @Test
    void aCensusIsATable() {
        var html = (String)
                Views.of(FrameCensus.of(report.faces().folder())).forms().get("text/html");
        assertTrue(html.contains("one face") && html.contains("10"), html);
    }

    @Test
    void theGalleryOfARuleSaysWhatItMeasuredAndDecides() throws IOException {
        FaceGallery.of(report, "late").display();
        // 0.00, 0.04 and 0.08 s are too early, the earliest is the furthest; the middle one is odd too
        assertEquals(
                List.of("000000-0", "000001-0", "000002-0"),
                page.shown("FaceGallery").get("names"));
        assertEquals(
                List.of("seconds 0", "seconds 0.04, +1", "seconds 0.08"),
                page.shown("FaceGallery").get("captions"));
        page.says("FaceGallery", Map.of("act", "reject", "face", 1));
        TestPage.until(() -> decisions().of("000001-0") == Decision.REJECTED);
        assertEquals(Decisions.HAND, decisions().by("000001-0"));
    }

    @Test
    void aRuleInJavaHasNothingMeasured() throws IOException {
        FaceGallery.of(report, "even").display();
        assertEquals(
                List.of("fails, +1", "fails", "fails", "fails", "fails"),
                page.shown("FaceGallery").get("captions"));
    }

    @Test
    void whatNobodyFailsIsNoGallery() {
        var kind = RuleBook.of("kind", Rule.atLeast("any time", "seconds", 0)).apply(report.faces());
        var refusal = assertThrows(IllegalArgumentException.class, () -> FaceGallery.of(kind, "any time"));
        assertEquals("no face of anna fails \"any time\": there is nothing to decide", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> FaceGallery.of(kind, RuleBook.WHOLE));
        assertFalse(assertThrows(IllegalArgumentException.class, () -> FaceGallery.of(kind, "late"))
                .getMessage()
                .isBlank());
    }

    private Decisions decisions() {
        try {
            return Decisions.open(report.faces().folder());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
