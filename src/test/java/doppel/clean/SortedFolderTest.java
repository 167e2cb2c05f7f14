package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.detect.SampleFrames;
import doppel.extract.FaceRecord;
import doppel.image.Retouch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actor A turning (frames 0 to 3), blurred (4) and in the dark (5); then actor B turning (6 to 8), and actor C (9). */
class SortedFolderTest {

    @TempDir
    private static Path temporary;

    private static FaceTable table;

    @BeforeAll
    static void render() throws IOException {
        var folder = new RenderedFolder(temporary.resolve("all"), "a");
        for (var yaw : List.of(0.0, 14.0, -14.0, 28.0)) {
            folder.add(turned(yaw));
        }
        var other = new RenderedFolder(temporary.resolve("other"), "a").add(turned(4));
        folder.add(other, Retouch.blurred(other.picture(), 2));
        folder.add(other, Retouch.lit(other.picture(), 0.2));
        for (var yaw : List.of(0.0, 14.0, -14.0)) {
            var b = new RenderedFolder(temporary.resolve("b" + yaw), "b").add(turned(yaw));
            folder.add(b, b.picture());
        }
        var c = new RenderedFolder(temporary.resolve("c"), "c").add(turned(0));
        folder.add(c, c.picture());
        table = FaceTable.of(folder.open(), SampleFrames.MODELS);
    }

    @Test
    void facesAreGroupedByWhoTheyShow() {
        var groups = table.groupedBy(SortKey.FACE, 5);
        assertEquals(
                List.of("person 1", "person 2", "like no other"),
                groups.stream().map(FaceGroup::label).toList());
        assertEquals(List.of(0, 1, 2, 3, 4, 5), frames(groups.get(0).faces()));
        assertEquals(List.of(6, 7, 8), frames(groups.get(1).faces()));
    }

    @Test
    void theClustersOfATableAreThoseOfItsRows() {
        var people = IdentityClusters.of(table);
        for (int i = 0; i < table.rows().size(); i++) {
            assertEquals(table.rows().get(i).cluster(), people.cluster(i));
            assertEquals(table.rows().get(i).likeness(), people.likeness(i), 1e-9);
        }
        assertEquals(List.of(9), frames(people.outliers()));
        assertEquals(
                List.of(6, 7, 8, 9),
                frames(table.worst("likeness", 4)).stream().sorted().toList());
    }

    @Test
    void onePersonStandsTogetherInASort() {
        var sorted = frames(table.sortedBy(SortKey.FACE));
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5),
                sorted.subList(0, 6).stream().sorted().toList());
    }

    @Test
    void turnedHeadsAreSortedAndGroupedByAngle() {
        assertEquals(3, frames(table.sortedBy(SortKey.YAW)).get(0));
        var groups = table.groupedBy(SortKey.YAW, 9);
        assertEquals("-30 to -10", groups.get(0).label());
        assertEquals(List.of(2, 8), frames(groups.get(0).faces()));
        assertEquals(List.of(0, 4, 5, 6, 9), frames(groups.get(1).faces()));
    }

    @Test
    void theBlurredFaceIsLastByBothMeasures() {
        for (var key : List.of(SortKey.BLUR, SortKey.BLUR_FFT)) {
            assertEquals(4, frames(table.sortedBy(key)).get(9), key.label());
        }
    }

    @Test
    void theDarkFaceIsLastOrMostUnusual() {
        for (var key : List.of(SortKey.COLOR_GRAY, SortKey.COLOR_LUMA)) {
            assertEquals(5, frames(table.sortedBy(key)).get(9), key.label());
        }
        assertEquals(5, frames(table.sortedBy(SortKey.HIST_DISSIM)).get(0));
        assertTrue(table.groupedBy(SortKey.HIST, 5).stream()
                .anyMatch(group -> frames(group.faces()).equals(List.of(5))));
    }

    @Test
    void theWidestTurnIsTheMostUnusualShape() {
        assertEquals(3, frames(table.sortedBy(SortKey.FACE_CNN_DISSIM)).get(0));
    }

    @Test
    void aTableIsNotGroupedIntoNothing() {
        var error = assertThrows(IllegalArgumentException.class, () -> table.groupedBy(SortKey.BLUR, 0));
        assertTrue(error.getMessage().endsWith("got 0; try 5"), error.getMessage());
    }

    private static List<Integer> frames(List<FaceRecord> faces) {
        return faces.stream().map(FaceRecord::frame).toList();
    }

    private static Moment turned(double yaw) {
        return new Moment(0, Map.of(), yaw, 0, 0, 0, 0, Moment.Light.portrait());
    }
}
