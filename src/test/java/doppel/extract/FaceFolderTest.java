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

    @Test
    void aFolderThatDoppelAloneWroteHasNoFaults() throws IOException {
        assertEquals(List.of(), opened(1, 0, 2).faults());
    }

    @Test
    void ofAFrameThatIsThereTwiceTheFirstCounts() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 0, 2);
        repeat(layout.frames(), 2);
        repeat(layout.faces(), 1);
        repeat(layout.faces(), 2);
        var folder = FaceFolder.open(layout.root());
        assertEquals(List.of("000000-0", "000002-0", "000002-1"), SketchedFolder.ids(folder));
        assertEquals(3, folder.frames().size());
        assertEquals(
                List.of(
                        new RecordFault(
                                "frames.jsonl",
                                4,
                                "frames.jsonl line 4: frame 2 is there twice: the later record is left out"),
                        new RecordFault(
                                "faces.jsonl",
                                4,
                                "faces.jsonl line 4: face 000002-0 is there twice: the later record is left out"),
                        new RecordFault(
                                "faces.jsonl",
                                5,
                                "faces.jsonl line 5: face 000002-1 is there twice: the later record is left out")),
                folder.faults());
    }

    /** In the middle of the file, where it used to hide all faces behind it. */
    @Test
    void aFaceThatIsThereTwiceHidesNoOther() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 1, 1);
        var lines = Files.readAllLines(layout.faces());
        Files.writeString(
                layout.faces(), String.join("\n", lines.get(0), lines.get(0), lines.get(1), lines.get(2)) + "\n");
        var folder = FaceFolder.open(layout.root());
        assertEquals(List.of("000000-0", "000001-0", "000002-0"), SketchedFolder.ids(folder));
        assertEquals(1, folder.faults().size());
        assertEquals(2, folder.faults().get(0).line());
    }

    @Test
    void aFaceMoreThanItsFrameHasIsLeftOut() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 1);
        var lines = Files.readAllLines(layout.faces());
        Files.writeString(
                layout.faces(),
                String.join("\n", lines.get(0), lines.get(1), lines.get(1).replace("000001-0", "000001-1")) + "\n");
        var folder = FaceFolder.open(layout.root());
        assertEquals(List.of("000000-0", "000001-0"), SketchedFolder.ids(folder));
        assertEquals(
                "faces.jsonl line 3: face 000001-1 is one more than the 1 of frame 1: it is left out",
                folder.faults().get(0).reason());
    }

    @Test
    void aFrameThatLacksAFaceIsLeftOutAlone() throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 2, 1);
        var lines = Files.readAllLines(layout.faces());
        Files.writeString(layout.faces(), String.join("\n", lines.get(0), lines.get(1), lines.get(3)) + "\n");
        var folder = FaceFolder.open(layout.root());
        assertEquals(List.of("000000-0", "000002-0"), SketchedFolder.ids(folder));
        assertEquals(2, folder.frames().size());
        assertEquals(
                "frames.jsonl line 2: frame 1 has 2 faces by its record and 1 in faces.jsonl: the frame is left out",
                folder.faults().get(0).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces.jsonl", "frames.jsonl"})
    void aTornLastRecordIsListedAndNotUsed(String name) throws IOException {
        var layout = SketchedFolder.write(temp.resolve("faces"), 1, 1);
        var file = layout.root().resolve(name);
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 9));
        var folder = FaceFolder.open(layout.root());
        assertEquals(List.of("000000-0"), SketchedFolder.ids(folder));
        assertTrue(
                folder.faults().stream().anyMatch(fault -> fault.reason()
                        .equals(name + " line 2: the record was never finished: it is left out")),
                folder.faults().toString());
    }

    @Test
    void aMissingPictureIsNamedWithTheRemedy() throws IOException {
        var folder = opened(1);
        Files.delete(folder.path().resolve("aligned/000000-0.png"));
        var fault = assertThrows(
                IOException.class, () -> folder.picture(folder.faces().get(0)));
        assertTrue(fault.getMessage().contains("aligned/000000-0.png is missing: put it back"), fault.getMessage());
    }

    private FaceFolder opened(int... faces) throws IOException {
        return FaceFolder.open(
                SketchedFolder.write(temp.resolve("faces"), faces).root());
    }

    private static void repeat(Path file, int line) throws IOException {
        Files.writeString(
                file, Files.readString(file) + Files.readAllLines(file).get(line) + "\n");
    }
}
