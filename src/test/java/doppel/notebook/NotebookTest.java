package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NotebookTest {

    @Test
    void anErrorOnPurposeShowsItsAdvice() {
        var mishap = Notebook.breaks(() -> {
            throw new IllegalArgumentException("size must be a multiple of 16, got 50; try 64");
        });
        assertEquals(new Mishap("IllegalArgumentException", "size must be a multiple of 16, got 50; try 64"), mishap);
    }

    @Test
    void anErrorOnPurposeTellsNoFolderOfTheMachine() {
        var file = ProjectFolder.path().resolve("data/none.mp4");
        var mishap = Notebook.breaks(() -> {
            throw new IOException(file + " is missing");
        });
        assertEquals("data/none.mp4 is missing", mishap.advice());
    }

    @Test
    void nothingBrokenIsAnError() {
        var fault = assertThrows(IllegalStateException.class, () -> Notebook.breaks(() -> {}));
        assertTrue(fault.getMessage().startsWith("nothing broke"));
    }

    @Test
    void aCheckThatFailsGivesItsHintAndGoesOn() {
        var open = Notebook.check("the mask is soft", false, "feather it")
                .display()
                .forms();
        assertEquals("✘ not yet: the mask is soft — feather it", open.get(Bundle.TEXT));
        assertTrue(open.get(Bundle.HTML).toString().contains("feather it"));
        var solved =
                Notebook.check("the mask is soft", true, "feather it").display().forms();
        assertEquals("✔ the mask is soft", solved.get(Bundle.TEXT));
        assertFalse(solved.get(Bundle.HTML).toString().contains("feather it"));
    }

    @Test
    void whatPeopleWriteIsEscaped() {
        var html = new Mishap("<i>", "a & b").display().forms().get(Bundle.HTML).toString();
        assertTrue(html.contains("&lt;i&gt;") && html.contains("a &amp; b"), html);
    }
}
