package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.extract.FaceFolder;
import doppel.figure.Ink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceGalleryTest {

    private static final String MODULE = "FaceGallery";

    @TempDir
    private Path folder;

    private final TestPage page = TestPage.open();

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void keysReachTheDecisionsOfTheFolder() throws IOException {
        var faces = SketchedFaces.write(folder, 130);
        FaceGallery.of(faces).display();
        says("reject", 3);
        says("reject", 4);
        says("keep", 5);
        TestPage.until(() -> counts().equals("1 kept · 2 rejected · 127 undecided"));
        says("undo", 5);
        TestPage.until(() -> counts().equals("0 kept · 2 rejected · 128 undecided"));
        says("undo", 5);
        TestPage.until(() -> counts().equals("0 kept · 1 rejected · 129 undecided"));
        says("redo", 5);
        TestPage.until(() -> counts().equals("0 kept · 2 rejected · 128 undecided"));
        assertEquals("REJECTED", ((List<?>) page.shown(MODULE).get("marks")).get(4));
        assertEquals(Decision.REJECTED, Decisions.open(faces).of("000003-0"));
        assertEquals(Decision.UNDECIDED, Decisions.open(faces).of("000005-0"));
        assertEquals(Decisions.HAND, Decisions.open(faces).by("000004-0"));
    }

    @Test
    void undoTurnsToThePageOfWhatItUndoes() throws IOException {
        FaceGallery.of(SketchedFaces.write(folder, 130)).display();
        says("reject", 7);
        page.says(MODULE, Map.of("act", "turn", "page", 2));
        TestPage.until(() -> page.shown(MODULE).get("page").equals(2));
        assertEquals(10, ((List<?>) page.shown(MODULE).get("names")).size());
        says("undo", 120);
        TestPage.until(() -> page.shown(MODULE).get("page").equals(0));
        assertEquals(7, page.shown(MODULE).get("focus"));
    }

    @Test
    void aPageOfFiveThousandFacesIsSmallAndReadAlone() throws IOException {
        FaceGallery.of(SketchedFaces.write(folder, 5000)).display();
        page.says(MODULE, Map.of("act", "turn", "page", 83));
        TestPage.until(() -> page.shown(MODULE).get("page").equals(83));
        var shown = page.shown(MODULE);
        assertEquals("004980-0", ((List<?>) shown.get("names")).get(0));
        var sheet = (byte[]) shown.get("sheet");
        assertTrue(sheet.length < 400_000, sheet.length + " bytes");
        page.says(MODULE, Map.of("act", "turn", "page", 0));
        TestPage.until(() -> page.shown(MODULE).get("page").equals(0));
        sheet = (byte[]) page.shown(MODULE).get("sheet");
        assertTrue(sheet.length < 400_000, sheet.length + " bytes");
        var picture = ImageIO.read(new ByteArrayInputStream(sheet));
        assertEquals(960, picture.getWidth());
        assertEquals(576, picture.getHeight());
    }

    @Test
    void itsStaticFormIsTheFirstFacesWithTheirDecisions() throws IOException {
        var faces = SketchedFaces.write(folder, 30);
        Decisions.open(faces).reject("000000-0", Decisions.HAND);
        var bundle = FaceGallery.of(faces).withCaptions(face -> face.id()).display();
        assertEquals("24 of 30 faces of anna", bundle.forms().get(Bundle.TEXT));
        var still = Pictures.of(bundle);
        assertEquals(8 * FaceSheet.SIDE + 7 * 6, still.getWidth());
        assertEquals(Ink.B.getRed(), still.getRGB(1, 40) >> 16 & 255, 24);
        assertNotEquals(Ink.B.getRed(), still.getRGB(FaceSheet.SIDE + 7, 40) >> 16 & 255, 24.0);
    }

    @Test
    void captionsStandBelowTheFaces() throws IOException {
        FaceGallery.of(SketchedFaces.write(folder, 3))
                .withCaptions(face -> "%.2f s".formatted(face.seconds()))
                .display();
        assertEquals(List.of("0.00 s", "0.04 s", "0.08 s"), page.shown(MODULE).get("captions"));
    }

    @Test
    void aFolderThatLostItsPicturesSaysSo() throws IOException {
        var faces = SketchedFaces.write(folder, 130);
        FaceGallery.of(faces).display();
        Files.delete(folder.resolve("aligned/one.png"));
        page.says(MODULE, Map.of("act", "turn", "page", 1));
        TestPage.until(() -> !page.shown(MODULE).get("fault").equals(""));
        assertTrue(((String) page.shown(MODULE).get("fault")).contains("one.png"));
    }

    @Test
    void aDamagedPictureIsShownAsDamagedAndCanBeRejected() throws IOException {
        var faces = SketchedFaces.write(folder, 3);
        var picture = folder.resolve("aligned/one.png");
        Files.write(picture, Arrays.copyOf(Files.readAllBytes(picture), 400));
        var still = Pictures.of(FaceGallery.of(faces).display());
        assertEquals(Ink.QUIET.getRGB(), still.getRGB(4, 4));
        says("reject", 1);
        TestPage.until(() -> counts().equals("0 kept · 1 rejected · 2 undecided"));
    }

    @Test
    void noFaceIsNoGallery() throws IOException {
        FaceFolder faces = SketchedFaces.write(folder, 3);
        assertThrows(IllegalArgumentException.class, () -> FaceGallery.of(faces, List.of()));
    }

    private void says(String act, int face) {
        page.says(MODULE, Map.of("act", act, "face", face));
    }

    private Object counts() {
        return page.shown(MODULE).get("counts");
    }
}
