package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.Mask;
import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruthSetTest {

    private static final Path SAMPLES = Path.of("data", "samples");

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void writePictures() throws IOException {
        list = folder.resolve("list.jsonl");
        PictureFile.write(Pictures.flat(32, 100), folder.resolve("target.png"));
        PictureFile.write(Pictures.flat(32, 120), folder.resolve("truth.png"));
        PictureFile.write(Pictures.left(32), folder.resolve("mask.png"));
    }

    @Test
    void heldOutFramesBringTheirOwnTargets() throws IOException {
        write("{'frame': 3, 'target': 'target.png', 'truth': 'truth.png', 'mask': 'mask.png', 'landmarks': [[1, 2]]}");
        var frame = TruthSet.ofPictures(list).frames().get(0);
        assertEquals("held-out frame 3", frame.name());
        assertEquals(100, frame.target().getRaster().getSample(0, 0, 0));
        assertEquals(120, frame.truth().getRaster().getSample(0, 0, 0));
        assertEquals(Pictures.left(32), frame.mask());
    }

    @Test
    void theShippedFramesAreThereAndDifferOnlyWhereTheMaskIs() throws IOException {
        var set = TruthSet.ofPictures(SAMPLES.resolve("held/held.jsonl"));
        assertEquals(12, set.frames().size());
        for (var frame : set.frames()) {
            var inside = Psnr.inside(frame.target(), frame.truth(), frame.mask());
            var everywhere = Psnr.inside(frame.target(), frame.truth(), Pictures.everywhere(512));
            assertTrue(inside > 17 && inside < 26, frame.name() + " " + inside);
            assertTrue(everywhere > inside + 3, frame.name() + " " + everywhere);
        }
    }

    @Test
    void targetsOfAClipAreItsFramesOfThoseNumbers() throws IOException {
        var set = TruthSet.ofClip(SAMPLES.resolve("truth/truth.jsonl"), SAMPLES.resolve("actor-b.mp4"));
        assertEquals(48, set.frames().size());
        assertEquals("frame 3", set.frames().get(0).name());
        for (var frame : set.frames()) {
            // far from the faces, target and truth are the same picture but for the clip's compression;
            // the frame before or after would not be
            var outside = Psnr.inside(frame.target(), frame.truth(), outside(frame.mask()));
            assertTrue(outside > 33, frame.name() + " " + outside);
        }
    }

    @Test
    void aClipWithoutTheFrameIsNamed() throws IOException {
        write("{'targetFrame': 9999, 'truth': 'truth.png', 'mask': 'mask.png'}");
        var clip = SAMPLES.resolve("actor-b.mp4");
        var fault = assertThrows(IOException.class, () -> TruthSet.ofClip(list, clip));
        assertEquals(
                "%s asks for frame 9999, which %s does not have: give the clip that the truth was made for"
                        .formatted(list, clip),
                fault.getMessage());
    }

    @Test
    void aMissingListSaysTheRemedy() {
        var fault = assertThrows(IOException.class, () -> TruthSet.ofPictures(list));
        assertEquals(
                list + " is missing: get the samples back with git checkout, or swap without a report",
                fault.getMessage());
    }

    @Test
    void aMissingPictureIsNamed() throws IOException {
        write("{'frame': 0, 'target': 'target.png', 'truth': 'gone.png', 'mask': 'mask.png'}");
        var fault = assertThrows(IOException.class, () -> TruthSet.ofPictures(list));
        assertTrue(fault.getMessage().contains("gone.png"), fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'../truth.png'", "'/etc/passwd'", "'a/../../truth.png'", "''", "'..'", "'a\\\\\\\\b.png'"})
    void aPathThatLeavesTheFolderIsRefused(String name) throws IOException {
        write("{'frame': 0, 'target': 'target.png', 'truth': " + name + ", 'mask': 'mask.png'}");
        var fault = assertThrows(IOException.class, () -> TruthSet.ofPictures(list));
        assertTrue(
                fault.getMessage().endsWith("which is not a file in its folder: write the bare file name"),
                fault.getMessage());
    }

    @Test
    void sizesThatDifferAreNamedWithTheFrame() throws IOException {
        PictureFile.write(Pictures.flat(16, 1), folder.resolve("small.png"));
        write("{'frame': 7, 'target': 'target.png', 'truth': 'small.png', 'mask': 'mask.png'}");
        var fault = assertThrows(IllegalArgumentException.class, () -> TruthSet.ofPictures(list));
        assertEquals(
                "held-out frame 7: picture, truth and mask must have one size, got 32 x 32, 16 x 16 and 32 x 32: "
                        + "bring them to one size",
                fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'frame': 0", "[]", "{'frame': 'x'}", "{'target': 'target.png'}", "{'frame': 1, 'target': null}"
            })
    void aLineThatIsNoRecordIsNamed(String line) throws IOException {
        write("{'frame': 0, 'target': 'target.png', 'truth': 'truth.png', 'mask': 'mask.png'}", line);
        var fault = assertThrows(IOException.class, () -> TruthSet.ofPictures(list));
        assertTrue(fault.getMessage().startsWith("line 2 of " + list), fault.getMessage());
    }

    @Test
    void anotherLightChangesTargetAndTruthAlike() {
        var gray = new TruthFrame("gray", Pictures.flat(32, 200), Pictures.flat(32, 100), Pictures.everywhere(32));
        var warm = new TruthSet(List.of(gray)).relit(1, 0.5, 0.25).frames().get(0);
        assertEquals(0xffc86432, warm.target().getRGB(5, 5));
        assertEquals(0xff643219, warm.truth().getRGB(5, 5));
        assertEquals(200, gray.target().getRaster().getSample(5, 5, 0));
        assertEquals(Psnr.EQUAL, warm.psnr(warm.truth()));
    }

    @Test
    void aLightBeyondOneIsRefusedWithTheRemedy() {
        var gray = new TruthFrame("gray", Pictures.flat(32, 200), Pictures.flat(32, 100), Pictures.everywhere(32));
        var refusal = assertThrows(IllegalArgumentException.class, () -> gray.relit(1, 2, 1));
        assertTrue(refusal.getMessage().endsWith("try 0.6, 0.5, 0.4"), refusal.getMessage());
    }

    @Test
    void anEmptyListIsRefused() throws IOException {
        write();
        var fault = assertThrows(IOException.class, () -> TruthSet.ofPictures(list));
        assertEquals(list + " is empty: list at least one frame", fault.getMessage());
    }

    /** Where no face is, a dozen pixels away from the mask. */
    private static Mask outside(Mask mask) {
        var bytes = mask.eroded(-12).bytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (255 - (bytes[i] & 255));
        }
        return new Mask(mask.width(), mask.height(), bytes);
    }

    private void write(String... lines) throws IOException {
        Files.write(
                list,
                List.of(lines).stream().map(line -> line.replace('\'', '"')).toList());
    }
}
