package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
