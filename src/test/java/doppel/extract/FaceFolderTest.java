package doppel.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceFolderTest {

    @TempDir
    Path temp;

    @Test
    void aFaceIsReadAsItWasWritten() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 0, 2);
        var written = SketchedFolder.found(layout, 2, 2).faces().get(1);
        var folder = FaceFolder.open(layout.root());
        var read = folder.faces().get(2);
        assertEquals("000002-1", read.id());
        assertEquals(written.origin(), read.origin());
        assertEquals(written.detected(), read.detected());
        assertEquals(written.toFaceUnits(), read.toFaceUnits());
        assertEquals(written.pose(), read.pose());
        assertEquals(written.mask(), read.mask());
        assertEquals(
                0,
                written.landmarks()
                        .points()
                        .get(5)
                        .distanceTo(read.landmarks().points().get(5)),
                0.0005);
        assertEquals(0.25, folder.mask(read).at(3, 3), 0.002);
        assertEquals(0x123456 * 3 & 0xffffff, folder.picture(read).getRGB(1, 2) & 0xffffff);
    }

    @Test
    void itKnowsThePersonTheCropAndEveryFrame() throws IOException {
        var folder = FaceFolder.open(
                SketchedFolder.write(temp.resolve("faces"), 1, 0, 2).root());
        assertEquals("actor-a", folder.person());
        assertEquals(CropOptions.stored(), folder.crop());
        assertEquals(List.of("000000-0", "000002-0", "000002-1"), SketchedFolder.ids(folder));
        assertEquals(
                List.of(1, 0, 2),
                folder.frames().stream().map(FrameRecord::faces).toList());
        assertFalse(folder.finished());
    }

    /** The book replaces "aligned" in the whole path, and looks for masks in a folder that is not there. */
    @Test
    void defect26_aFolderNamedAlignedIsFine() throws IOException {
        var folder = FaceFolder.open(
                SketchedFolder.write(temp.resolve("aligned/aligned_mask"), 1).root());
        var face = folder.faces().get(0);
        assertEquals(16, folder.picture(face).getWidth());
        assertEquals(1, folder.mask(face).at(0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.png", "/etc/passwd", "aligned/../../secret.png", "..", "", "./x.png"})
    void aPathThatLeadsElsewhereIsRefused(String path) throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1);
        var text = Files.readString(layout.faces());
        Files.writeString(layout.faces(), text.replace("aligned/000000-0.png", path));
        var fault = assertThrows(IOException.class, () -> FaceFolder.open(layout.root()));
        assertTrue(fault.getMessage().contains("stay in its face folder"), fault.getMessage());
    }

    @Test
    void aLinkThatLeadsElsewhereIsRefused() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1);
        var picture = layout.root().resolve("aligned/000000-0.png");
        Files.move(picture, temp.resolve("outside.png"));
        Files.createSymbolicLink(picture, temp.resolve("outside.png"));
        var folder = FaceFolder.open(layout.root());
        var fault = assertThrows(
                IOException.class, () -> folder.picture(folder.faces().get(0)));
        assertTrue(fault.getMessage().contains("leads out of the face folder"), fault.getMessage());
    }

    @Test
    void aFolderWithoutASourceSaysWhatToDo() {
        var fault = assertThrows(IOException.class, () -> FaceFolder.open(temp));
        assertTrue(fault.getMessage().contains("extract a clip into it first"), fault.getMessage());
    }

    @Test
    void defect05_aNewerSchemaIsRefusedWithBothNumbers() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1);
        var text = Files.readString(layout.faces());
        Files.writeString(layout.faces(), text.replace("{\"version\":1", "{\"version\":2"));
        var fault = assertThrows(IOException.class, () -> FaceFolder.open(layout.root()));
        assertTrue(fault.getMessage().contains("schema 2 and this Doppel reads 1"), fault.getMessage());
    }

    @Test
    void anAliasThatIsAPathIsRefused() {
        var source = SketchedFolder.SOURCE;
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new FaceSource(1, "../a", source.source(), source.options(), source.models(), source.versions()));
        assertTrue(refusal.getMessage().contains("\"../a\""), refusal.getMessage());
    }

    @Test
    void theSourceGoesThroughJsonUnchanged() throws IOException {
        var file = temp.resolve("source.json");
        Json.write(file, SketchedFolder.SOURCE);
        assertEquals(SketchedFolder.SOURCE, Json.read(file, FaceSource.class));
    }
}
