package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.FaceTable;
import doppel.detect.SampleFrames;
import doppel.extract.FaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablePagesTest {

    private final TestPage page = TestPage.open();

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void tenRowsAreShownAndTheOthersCounted() {
        var text = (String) TablePages.of(numbers(23)).display().forms().get(Bundle.TEXT);
        assertTrue(text.startsWith("numbers: 23 rows"), text);
        assertTrue(text.endsWith("… 13 more rows"), text);
        assertEquals(10, text.lines().filter(line -> line.startsWith("row")).count());
    }

    @Test
    void aShortTableNeedsNoWidget() {
        assertFalse(TablePages.of(numbers(10)).display().forms().containsKey(Bundle.WIDGET));
        assertTrue(TablePages.of(numbers(11)).display().forms().containsKey(Bundle.WIDGET));
    }

    @Test
    void thePageAsksForOtherRows() {
        TablePages.of(numbers(23)).display();
        assertEquals("row 0", firstCell());
        asks(2, -1, false);
        TestPage.until(() -> firstCell().equals("row 20"));
        assertEquals(3, rows().size());
    }

    @Test
    void theWholeTableIsSortedAndNotThePageAlone() {
        TablePages.of(numbers(23)).display();
        asks(0, 1, false);
        TestPage.until(() -> firstCell().equals("row 22"));
        asks(0, 1, true);
        TestPage.until(() -> firstCell().equals("row 0"));
    }

    @Test
    void aPageThatIsNotThereIsTheLastOne() {
        TablePages.of(numbers(23)).display();
        asks(99, 77, false);
        TestPage.until(() -> firstCell().equals("row 20"));
    }

    @Test
    void aMissingNumberIsAnEmptyCell() {
        var table = Table.create(
                "gaps", StringColumn.create("name", "a", "b"), DoubleColumn.create("n", new Double[] {1.5, null}));
        assertEquals(
                "gaps: 2 rows\nname    n\na     1.5\nb",
                TablePages.of(table).display().forms().get(Bundle.TEXT));
    }

    @Test
    void aDamagedFaceHasAReasonAndNoPicture(@TempDir Path folder) throws IOException {
        SketchedFaces.write(folder, 11);
        var records = Files.readAllLines(folder.resolve("faces.jsonl"));
        records.set(1, records.get(1).replace("aligned/one.png", "aligned/none.png"));
        Files.writeString(folder.resolve("faces.jsonl"), String.join("\n", records) + "\n");
        var table = FaceTable.of(FaceFolder.open(folder), SampleFrames.MODELS);
        assertEquals(1, table.damaged().size());
        TablePages.of(table).display();
        var pictures = (List<?>) page.shown("TablePages").get("faces");
        assertEquals(pictures.get(0), pictures.get(2));
        assertNotEquals(pictures.get(0), pictures.get(1));
        assertTrue(rows().get(1).toString().contains("aligned/none.png is missing"), rows().toString());
        assertFalse(rows().get(0).toString().contains("missing"), rows().toString());
    }

    private void asks(int number, int column, boolean down) {
        page.sets("TablePages", Map.of("ask", Map.of("page", number, "column", column, "down", down)));
    }

    private String firstCell() {
        return (String) ((List<?>) rows().get(0)).get(0);
    }

    private List<?> rows() {
        return (List<?>) page.shown("TablePages").get("rows");
    }

    /** Their second column falls. */
    private static Table numbers(int count) {
        return Table.create(
                "numbers",
                StringColumn.create("name", IntStream.range(0, count).mapToObj(i -> "row " + i)),
                DoubleColumn.create(
                        "n", IntStream.range(0, count).mapToDouble(i -> -i).toArray()));
    }
}
