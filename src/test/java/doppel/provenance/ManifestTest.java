package doppel.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    private Path folder;

    @Test
    void aManifestComesBackAsItWasWritten() throws IOException {
        var manifest = manifest();
        manifest.write(folder.resolve("swap.manifest.json"));
        assertEquals(manifest, Manifest.read(folder.resolve("swap.manifest.json")));
    }

    @Test
    void anUntouchedOutputFitsItsManifest() throws IOException {
        assertEquals(List.of(), manifest().check(folder));
    }

    @Test
    void oneChangedByteIsFound() throws IOException {
        var manifest = manifest();
        Files.writeString(folder.resolve("swap.mp4"), "contents, edited");
        var faults = manifest.check(folder);
        assertEquals(1, faults.size());
        assertTrue(faults.get(0).contains("have changed"), faults.get(0));
    }

    @Test
    void aMissingOutputIsFound() throws IOException {
        var manifest = manifest();
        Files.delete(folder.resolve("swap.mp4"));
        assertTrue(manifest.check(folder).get(0).endsWith("is missing"));
    }

    @Test
    void aManifestNamesNoFoldersOfTheMachine() throws IOException {
        var manifest = manifest();
        manifest.write(folder.resolve("swap.manifest.json"));
        var text = Files.readString(folder.resolve("swap.manifest.json"));
        assertTrue(!text.contains(folder.toString()), text);
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        var hash = Sha256.of(new byte[0]);
        for (var name : List.of("../swap.mp4", "a/b", "a\\b", "..", " ")) {
            assertThrows(IllegalArgumentException.class, () -> new FileHash(name, hash, 0), name);
        }
    }

    @Test
    void theManifestLiesBesideItsOutput() {
        assertEquals(Path.of("out/swap.manifest.json"), Manifest.beside(Path.of("out/swap.mp4")));
    }

    /** The empty hash is the standard's own example; the folder's is what {@code sha256sum * | sha256sum} prints. */
    @Test
    void hashesAreThoseThatOtherProgramsCompute() throws IOException {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(new byte[0]));
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(pictures.resolve("b"), "2\n");
        Files.writeString(pictures.resolve("a"), "1\n");
        assertEquals(
                new FileHash("pictures", "90efceaa49f4aae572a85797a92478a2f6ff255e5d7ee48e8e98293d728c580c", 4),
                FileHash.of(pictures));
        assertEquals(Sha256.of("1\n".getBytes(StandardCharsets.UTF_8)), Sha256.of(pictures.resolve("a")));
    }

    private Manifest manifest() throws IOException {
        var output = Files.writeString(folder.resolve("swap.mp4"), "contents");
        var origin = new Origin(
                List.of(new FileHash("target.mp4", Sha256.of(new byte[] {1}), 1)),
                Map.of("feather", 0.03, "steps", 500),
                List.of("actor-a", "actor-b"));
        return Manifest.of(Marks.swap(), origin, List.of(FileHash.of(output)));
    }
}
