package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FrameRecord;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceExportTest {

    @TempDir
    private static Path rendered;

    @TempDir
    private Path temporary;

    private FaceFolder folder;

    private Decisions decisions;

    private Path into;

    @BeforeAll
    static void render() throws IOException {
        MadeTable.folder(rendered.resolve("faces"), 4);
    }

    @BeforeEach
    void fourFaces() throws IOException {
        folder = copyOf(rendered.resolve("faces"), temporary.resolve("faces"));
        decisions = Decisions.open(folder);
        into = temporary.resolve("clean");
    }

    @Test
    void whatIsLeftIsAFinishedFolderOfItsOwn() throws IOException {
        decisions.reject(id(1), Decisions.HAND);
        decisions.keep(id(2), Decisions.HAND);
        var export = FaceExport.copy(folder, decisions, into);
        assertEquals(
                "3 faces of actor-a copied to %s; 1 rejected and 0 damaged stayed behind".formatted(into),
                export.toString());
        var copy = FaceFolder.open(into);
        assertTrue(copy.finished());
        assertEquals(
                List.of(
                        folder.faces().get(0),
                        folder.faces().get(2),
                        folder.faces().get(3)),
                copy.faces());
        assertEquals(folder.source(), copy.source());
        assertEquals(folder.frames().size(), copy.frames().size());
        assertEquals(
                List.of(1, 0, 1, 1),
                copy.frames().stream().map(FrameRecord::faces).toList());
        assertEquals(List.of(), copy.faults());
        for (var face : copy.faces()) {
            for (var picture : List.of(face.aligned(), face.mask())) {
                assertArrayEquals(
                        Files.readAllBytes(folder.file(picture)), Files.readAllBytes(into.resolve(picture.path())));
            }
        }
        assertEquals(3, Decisions.open(copy).counts().get(Decision.UNDECIDED));
    }

    @Test
    void nothingButTheFacesThatAreLeftIsCopied() throws IOException {
        decisions.reject(id(1), Decisions.HAND);
        FaceExport.copy(folder, decisions, into);
        var files = contents(into).keySet();
        assertEquals(3 * 2 + 4, files.size(), files.toString());
        assertFalse(files.stream().anyMatch(file -> file.contains(id(1)) || file.contains("decisions")));
    }

    @Test
    void theOldFolderStaysAsItIs() throws IOException {
        decisions.reject(id(1), Decisions.HAND);
        var before = contents(folder.path());
        FaceExport.copy(folder, decisions, into);
        assertEquals(before, contents(folder.path()));
    }

    @Test
    void damagedFacesStayBehindAndAreListed() throws IOException {
        Files.writeString(folder.file(folder.faces().get(0).aligned()), "text");
        Files.copy(
                folder.file(folder.faces().get(1).aligned()),
                folder.path().resolve(folder.faces().get(2).mask().path()),
                StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.file(folder.faces().get(3).mask()));
        var export = FaceExport.copy(folder, decisions, into);
        assertEquals(List.of(folder.faces().get(1)), export.folder().faces());
        assertEquals(
                List.of(id(0), id(2), id(3)),
                export.damaged().stream()
                        .map(DamagedFace::face)
                        .map(FaceRecord::id)
                        .toList());
        for (var damaged : export.damaged()) {
            assertTrue(damaged.reason().contains(damaged.face().id() + ".png"), damaged.reason());
        }
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws IOException {
        Files.createDirectories(into);
        var letter = Files.writeString(into.resolve("letter.txt"), "dear");
        var fault = assertThrows(IllegalStateException.class, () -> FaceExport.copy(folder, decisions, into));
        assertEquals(into + " is not empty (it holds letter.txt): choose a new folder", fault.getMessage());
        assertEquals("dear", Files.readString(letter));
        nothingElseIn(temporary);
    }

    @Test
    void whatIsRefusedByTheDiskLeavesNothingBehind() throws IOException {
        var file = Files.writeString(temporary.resolve("clean"), "a file");
        var fault = assertThrows(IOException.class, () -> FaceExport.copy(folder, decisions, file.resolve("below")));
        assertTrue(fault.getMessage().endsWith("free space or choose another folder"), fault.getMessage());
        assertEquals(1, fault.getMessage().lines().count());
        nothingElseIn(temporary);
    }

    @Test
    void withNoFaceLeftThereIsNothingToCopy() throws IOException {
        decisions.rejectAll(folder.faces(), "all");
        var fault = assertThrows(IllegalStateException.class, () -> FaceExport.copy(folder, decisions, into));
        assertTrue(fault.getMessage().contains("4 are rejected and 0 are damaged"), fault.getMessage());
        assertFalse(Files.exists(into));
    }

    @Test
    void decisionsAboutAnotherFolderAreRefused() throws IOException {
        var other = Decisions.open(copyOf(rendered.resolve("faces"), temporary.resolve("others")));
        assertThrows(IllegalArgumentException.class, () -> FaceExport.copy(folder, other, into));
        assertFalse(Files.exists(into));
    }

    private static FaceFolder copyOf(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        return FaceFolder.open(to);
    }

    private String id(int frame) {
        return folder.faces().get(frame).id();
    }

    private static void nothingElseIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("clean", "faces"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static TreeMap<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Sha256.of(file));
            }
        }
        return contents;
    }
}
