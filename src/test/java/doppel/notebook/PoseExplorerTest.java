package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.FaceTable;
import doppel.clean.PoseCoverage;
import doppel.compute.ModelFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two faces of A and fourteen of B, all of which look straight ahead. */
class PoseExplorerTest {

    private static final String MODULE = "PoseExplorer";
    private static final int STRAIGHT_AHEAD = PoseCoverage.ROWS * PoseCoverage.COLUMNS / 2;

    @TempDir
    private Path folder;

    private final TestPage page = TestPage.open();
    private PoseExplorer explorer;

    @BeforeEach
    void twoPeople() throws IOException {
        explorer = PoseExplorer.of(table("a", 2), table("b", 14));
    }

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void itBeginsWithThePoseThatBNeedsMost() throws IOException {
        explorer.display();
        var shown = page.shown(MODULE);
        assertEquals(STRAIGHT_AHEAD, shown.get("cell"));
        assertEquals(2, count(shown, 0, STRAIGHT_AHEAD));
        assertEquals(14, count(shown, 1, STRAIGHT_AHEAD));
        assertEquals("A has shown 0 % of B's poses at least 3 times", shown.get("words"));
        // two faces in one row, twelve in two
        var a = picture(shown, "facesA");
        var b = picture(shown, "facesB");
        assertTrue(b.getHeight() > 1.9 * a.getHeight() && b.getWidth() > 2.9 * a.getWidth());
    }

    @Test
    void aClickShowsTheFacesOfThatCell() throws IOException {
        explorer.display();
        page.sets(MODULE, Map.of("cell", 3));
        TestPage.until(() -> page.shown(MODULE).get("at").equals(3));
        assertEquals(0, ((byte[]) page.shown(MODULE).get("facesA")).length);
        assertEquals(0, ((byte[]) page.shown(MODULE).get("facesB")).length);
        page.sets(MODULE, Map.of("cell", STRAIGHT_AHEAD));
        TestPage.until(() -> page.shown(MODULE).get("at").equals(STRAIGHT_AHEAD));
        assertTrue(((byte[]) page.shown(MODULE).get("facesB")).length > 1000);
    }

    @Test
    void aFolderThatLostItsPicturesSaysSo() throws IOException {
        explorer.display();
        Files.delete(folder.resolve("b/aligned/one.png"));
        page.sets(MODULE, Map.of("cell", STRAIGHT_AHEAD));
        TestPage.until(() -> !page.shown(MODULE).get("fault").equals(""));
        assertTrue(((String) page.shown(MODULE).get("fault")).contains("one.png"));
    }

    @Test
    void itsStillFormIsTheMap() {
        assertTrue(explorer.display().picture().isPresent());
    }

    private FaceTable table(String person, int faces) throws IOException {
        return FaceTable.of(
                SketchedFaces.write(folder.resolve(person), faces), ModelFiles.in(Path.of("data", "models")));
    }

    private static Object count(Map<String, Object> shown, int person, int cell) {
        return ((List<?>) ((List<?>) shown.get("counts")).get(person)).get(cell);
    }

    private static BufferedImage picture(Map<String, Object> shown, String key) throws IOException {
        return ImageIO.read(new ByteArrayInputStream((byte[]) shown.get(key)));
    }
}
