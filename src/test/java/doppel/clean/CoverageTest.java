package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.clean.Suitability.Verdict;
import doppel.detect.SampleFrames;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A has four faces straight ahead and two to the side; B one of each, and one that A never showed. */
class CoverageTest {

    @TempDir
    private static Path temporary;

    private static FaceTable a;
    private static FaceTable b;

    @BeforeAll
    static void render() throws IOException {
        var folderA = new RenderedFolder(temporary.resolve("a"), "a");
        add(folderA, turned(0), 4);
        add(folderA, turned(31), 2);
        a = FaceTable.of(folderA.open(), SampleFrames.MODELS);
        var folderB = new RenderedFolder(temporary.resolve("b"), "b");
        add(folderB, turned(-4), 1);
        add(folderB, turned(29), 1);
        add(folderB, turned(-30), 2);
        b = FaceTable.of(folderB.open(), SampleFrames.MODELS);
    }

    @Test
    void aPoseCountsInItsCell() {
        var counts = PoseCoverage.of(a, b).countsA();
        assertEquals(4, counts[PoseCoverage.ROWS / 2][PoseCoverage.COLUMNS / 2]);
        assertEquals(2, counts[PoseCoverage.ROWS / 2][PoseCoverage.COLUMNS / 2 + 3]);
        assertEquals(6, Arrays.stream(counts).flatMapToInt(Arrays::stream).sum());
    }

    /** Seen twice is less often than {@link PoseCoverage#FEWEST}. */
    @Test
    void whatBNeedsAndALacksIsListed() {
        var coverage = PoseCoverage.of(a, b);
        assertEquals(
                List.of("000001-0", "000002-0", "000003-0"),
                coverage.missing().stream().map(FaceRecord::id).toList());
        assertEquals(0.25, coverage.coverage(), 1e-12);
    }

    @Test
    void nobodyIsComparedWithNobody() {
        var none = a.only(List.of());
        for (var fault : List.of(
                assertThrows(IllegalArgumentException.class, () -> PoseCoverage.of(none, b)),
                assertThrows(IllegalArgumentException.class, () -> PoseCoverage.of(b, none)))) {
            assertTrue(fault.getMessage().endsWith("extract a clip that shows one"), fault.getMessage());
        }
    }

    @Test
    void aTableWithoutFacesHasNoTypicalOne() {
        var none = a.only(List.of());
        assertTrue(assertThrows(IllegalStateException.class, () -> none.median("yaw"))
                .getMessage()
                .contains("has no usable face"));
        assertThrows(IllegalStateException.class, none::plainest);
    }

    /** Two faces look left, where A has none, and one to the right, where A has too few. */
    @Test
    void whatBNeedsIsGroupedByPose() {
        var needs = PoseCoverage.of(a, b).needs();
        assertEquals(
                List.of(
                        "2 faces look 25 to 35 degrees to the left edge, where A has 0: 000002-0, 000003-0",
                        "1 face looks 25 to 35 degrees to the right edge, where A has 2: 000001-0"),
                needs.stream().map(PoseNeed::toString).toList());
        assertEquals(2, PoseCoverage.of(a, b).needsTable().intColumn("B").get(0));
    }

    /** Straight ahead: 4 of 6 against 1 of 4; to the side: 2 of 6 against 1 of 4. */
    @Test
    void overlapIsTheSmallerShareOfEachCell() {
        assertEquals(0.25 + 0.25, PoseCoverage.of(a, b).overlap(), 1e-12);
        assertEquals(1, PoseCoverage.of(a, a).overlap(), 1e-12);
    }

    @Test
    void everybodySuitsThemselves() {
        var self = Suitability.of(a, a);
        assertEquals(0, self.shape(), 1e-12);
        assertEquals(0, self.skin(), 1e-12);
        assertEquals(4 / 6.0, self.light(), 1e-12, "the light on the turned head was seen twice only");
        assertEquals(Verdict.GOOD, self.findings().get(0).verdict());
    }

    @Test
    void twoPeopleDifferInShapeAndSkin() {
        var pair = Suitability.of(a, b);
        assertTrue(pair.shape() > 0.01, "shape " + pair.shape());
        assertTrue(pair.skin() > 10, "skin " + pair.skin());
        assertEquals(0.25, pair.pose(), 1e-12);
        assertEquals(Verdict.POOR, pair.findings().get(2).verdict());
    }

    @Test
    void thePlainestFaceLooksStraightAhead() {
        assertEquals("000000-0", b.plainest().id());
    }

    @Test
    void repeatedFacesAreFoundAndVarietyIsKept() {
        var duplicates = NearDuplicates.of(a);
        assertEquals(
                List.of("000000-0", "000004-0"),
                duplicates.distinct(2).stream().map(FaceRecord::id).toList());
        assertEquals(4, duplicates.repeated(2).size());
        var steps = duplicates.steps();
        assertEquals(0, steps[1], 1e-12);
        assertTrue(steps[4] > 5, "turning the head changes " + steps[4]);
    }

    private static void add(RenderedFolder folder, Moment moment, int times) throws IOException {
        var shot = folder.add(moment);
        for (int i = 1; i < times; i++) {
            folder.add(shot, shot.picture());
        }
    }

    private static Moment turned(double yaw) {
        return new Moment(0, Map.of(), yaw, 0, 0, 0, 0, Moment.Light.portrait());
    }
}
