package doppel.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.provenance.FileHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceJournalTest {

    private static final int[] FACES = {1, 0, 2, 1};

    @TempDir
    Path temp;

    private Path folder;
    private Map<String, String> whole;

    @BeforeEach
    void write() throws IOException {
        folder = temp.resolve("faces");
        SketchedFolder.write(folder, FACES);
        whole = SketchedFolder.contents(folder);
    }

    /** As a kill leaves it: {@code file} ends after {@code length} bytes. */
    private void cut(Path file, byte[] bytes, int length) throws IOException {
        Files.write(file, Arrays.copyOf(bytes, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces.jsonl", "frames.jsonl"})
    void aLastLineTornAtAnyByteIsWrittenAgainAndNothingElseChanges(String name) throws IOException {
        var file = folder.resolve(name);
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.UTF_8);
        var lastLine = text.lastIndexOf('\n', text.length() - 2);
        for (int length = bytes.length - 1; length > lastLine; length--) {
            cut(file, bytes, length);
            SketchedFolder.write(folder, FACES);
            assertEquals(whole, SketchedFolder.contents(folder), name + " cut to " + length + " bytes");
        }
    }

    @Test
    void facesWithoutTheirFrameAreFoundAgain() throws IOException {
        var frames = folder.resolve("frames.jsonl");
        var lines = Files.readAllLines(frames);
        Files.writeString(frames, String.join("\n", lines.subList(0, 2)) + "\n");
        assertEquals(List.of("000000-0"), SketchedFolder.ids(FaceFolder.open(folder)));
        try (var journal = FaceJournal.open(new FolderLayout(folder), SketchedFolder.SOURCE)) {
            assertEquals(2, journal.next());
        }
        SketchedFolder.write(folder, FACES);
        assertEquals(whole, SketchedFolder.contents(folder));
    }

    @Test
    void aPictureThatIsNotWhatItsRecordSaysIsFoundAgain() throws IOException {
        Files.write(folder.resolve("aligned/000002-1.png"), new byte[] {1, 2, 3});
        try (var journal = FaceJournal.open(new FolderLayout(folder), SketchedFolder.SOURCE)) {
            assertEquals(2, journal.next());
            assertEquals(new FrameCounts(2, 1, 0, 1), journal.counts());
        }
        SketchedFolder.write(folder, FACES);
        assertEquals(whole, SketchedFolder.contents(folder));
    }

    @Test
    void aWholeLineThatIsNoRecordIsNamedWithItsPlace() throws IOException {
        var faces = folder.resolve("faces.jsonl");
        Files.writeString(faces, Files.readString(faces).replaceFirst("\"score\":0.9", "\"score\":high"));
        var fault = assertThrows(IOException.class, () -> FaceFolder.open(folder));
        assertTrue(fault.getMessage().contains("faces.jsonl line 1 is not readable"), fault.getMessage());
    }

    @Test
    void aRecordThatLacksAFieldIsNamedWithTheField() throws IOException {
        var faces = folder.resolve("faces.jsonl");
        Files.writeString(faces, Files.readString(faces).replaceFirst("\"pose\":", "\"pause\":"));
        var fault = assertThrows(IOException.class, () -> FaceFolder.open(folder));
        assertTrue(fault.getMessage().contains("line 1"), fault.getMessage());
        assertTrue(fault.getMessage().contains("pose"), fault.getMessage());
    }

    @Test
    void anotherPersonIsRefusedWithBothNames() {
        refused(
                new FaceSource(
                        1, "actor-b", SketchedFolder.SOURCE.source(), ExtractOptions.standard(), models(), Map.of()),
                "person actor-a, not actor-b");
    }

    @Test
    void anotherClipIsRefusedWithBothNames() {
        var clip = new FileHash("other.mp4", "f".repeat(64), 1);
        refused(
                new FaceSource(1, "actor-a", clip, ExtractOptions.standard(), models(), Map.of()),
                "clip clip.mp4 (SHA-256 000000000000...), not other.mp4 (SHA-256 ffffffffffff...)");
    }

    @Test
    void otherOptionsAreRefusedWithBothValues() {
        refused(
                withOptions(ExtractOptions.standard().withEveryNth(5)),
                "everyNth 1, not 5: choose another folder, or delete this one");
        refused(withOptions(ExtractOptions.standard().withChoice(FaceChoice.ALL)), "choice LARGEST, not ALL");
        refused(withOptions(ExtractOptions.standard().withCrop(CropOptions.book())), "coverage=0.3");
    }

    @Test
    void theSameClipUnderAnotherNameIsTheSameClip() throws IOException {
        var renamed = new FileHash("renamed.mp4", SketchedFolder.SOURCE.source().sha256(), 1);
        var source = new FaceSource(1, "actor-a", renamed, ExtractOptions.standard(), models(), Map.of());
        try (var journal = FaceJournal.open(new FolderLayout(folder), source)) {
            assertEquals(4, journal.next());
        }
    }

    @Test
    void twoExtractionsAtOnceAreRefused() throws IOException {
        var first = FaceJournal.open(new FolderLayout(folder), SketchedFolder.SOURCE);
        refused(SketchedFolder.SOURCE, "is being written by another extraction");
        first.close();
        FaceJournal.open(new FolderLayout(folder), SketchedFolder.SOURCE).close();
    }

    @Test
    void aFolderOfOtherThingsIsRefused() throws IOException {
        var other = temp.resolve("holiday");
        Files.createDirectories(other);
        Files.writeString(other.resolve("beach.txt"), "sand");
        var refusal = assertThrows(
                IllegalStateException.class, () -> FaceJournal.open(new FolderLayout(other), SketchedFolder.SOURCE));
        assertTrue(refusal.getMessage().contains("it holds beach.txt"), refusal.getMessage());
    }

    private static FaceSource withOptions(ExtractOptions options) {
        return new FaceSource(1, "actor-a", SketchedFolder.SOURCE.source(), options, models(), Map.of());
    }

    private static Map<String, String> models() {
        return SketchedFolder.SOURCE.models();
    }

    private void refused(FaceSource source, String because) {
        var refusal =
                assertThrows(IllegalStateException.class, () -> FaceJournal.open(new FolderLayout(folder), source));
        assertTrue(refusal.getMessage().contains(because), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(folder.toString()), refusal.getMessage());
    }
}
