package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceFolder;
import doppel.figure.Ink;
import doppel.figure.RuleBars;
import doppel.figure.RuleOverlap;
import doppel.figure.RuleSheet;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of rules; here and not beside them, because only this package can make a table up. */
class RuleFiguresTest {

    private static final RuleBook BOOK =
            RuleBook.of("workshop", Rule.atLeast("sharp", "sharpness", 300), Rule.atMost("free", "covered", 0.1));

    @TempDir
    private static Path temporary;

    private static FaceFolder folder;

    private static FaceTable table;

    /** Two of four fail the first rule, and one of them the second one too. */
    @BeforeAll
    static void fourFaces() throws IOException {
        folder = MadeTable.folder(temporary.resolve("faces"), 4);
        table = new MadeTable(folder)
                .with(Measure.SHARPNESS, 100, 200, 400, 500)
                .with(Measure.COVERED, 0.5, 0, 0, 0)
                .table();
    }

    @Test
    void aBarIsAsLongAsItsShare() {
        var one = RuleBars.of(BOOK.apply(table));
        var two = RuleBars.of(BOOK.with(Rule.atMost("sharper", "sharpness", 1)).apply(table));
        var legend = 18 * 18;
        var dark = count(one, Ink.B) - legend;
        var quiet = count(one, Ink.QUIET) - legend;
        assertTrue(two.getHeight() > one.getHeight());
        // of four faces, one fails a rule alone, two fail the book; four, two, three and two pass in the four rows
        assertEquals(11.0 / 3, (double) quiet / dark, 0.05);
    }

    @Test
    void everyRuleHasARowAndAColumn() {
        var wide = BOOK;
        for (int i = 0; i < 5; i++) {
            wide = wide.with(Rule.atLeast("late " + i, "seconds", 0.1));
        }
        var two = RuleOverlap.of(wide.apply(table));
        var three =
                RuleOverlap.of(wide.with(Rule.atLeast("late", "seconds", 0.1)).apply(table));
        assertEquals(three.getHeight() - two.getHeight(), three.getWidth() - two.getWidth());
        assertTrue(three.getWidth() > two.getWidth());
    }

    @Test
    void aRuleThatNoFaceFailsHasNoRow() throws IOException {
        var both = RuleSheet.of(BOOK.apply(table));
        var more = RuleSheet.of(BOOK.with(Rule.atLeast("any", "sharpness", 0)).apply(table));
        var first = RuleSheet.of(BOOK.without("free").apply(table));
        assertEquals(both.getHeight(), more.getHeight());
        assertEquals(both.getHeight(), 2 * first.getHeight(), 1);
    }

    @Test
    void aSheetWithoutAFailingFaceSaysSo() throws IOException {
        var sheet = RuleSheet.of(RuleBook.of("any").apply(table));
        assertTrue(sheet.getHeight() < 60);
        assertTrue(count(sheet, Ink.TEXT) > 0);
    }

    private static long count(BufferedImage picture, Color color) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += picture.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
