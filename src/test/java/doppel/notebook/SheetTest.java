package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void columnsStandInLineAndNumbersEndTogether() {
        var sheet = Sheet.of("fruit", "name", "grams")
                .row("apple", 120)
                .row("fig", 1.5)
                .withNote("weighed");
        assertEquals("""
                fruit
                name   grams
                apple  120.0
                fig      1.5
                weighed""", sheet.text());
    }

    @Test
    void thePageWritesNumbersFromTheRight() {
        var html = Sheet.of("", "name", "grams").row("apple", 120).html().html();
        assertTrue(html.matches(".*<td[^>]* align=\"right\"[^>]*>120</td>.*"), html);
        assertTrue(html.matches(".*<td[^>]*text-align:left[^>]*>apple</td>.*"), html);
    }

    @Test
    void whateverComesInIsShownAndNotObeyed() {
        var evil = "<script>alert('x')</script>";
        var html = Sheet.of(evil, evil).row(evil).withNote(evil).html().html();
        assertFalse(html.contains("<script"), html);
        assertEquals(4, html.split("&lt;script&gt;", -1).length - 1);
    }

    @Test
    void aPictureIsOnThePageAndNotInTheText() {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
        var sheet = Sheet.of("", "", "name").row(picture, "a");
        assertEquals("name\na", sheet.text());
        assertTrue(sheet.html().html().contains("src=\"data:image/jpeg;base64,"));
    }

    @Test
    void aLongCellIsCutInTheTextAndWholeOnThePage() {
        var words = "so ".repeat(60) + "on";
        var sheet = Sheet.of("").row("reason", words);
        assertTrue(sheet.text().endsWith("…"));
        assertTrue(sheet.html().html().contains(words));
    }
}
