package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

    @TempDir
    Path folder;

    @Test
    void everyModelThatSetUpFetchedIsWholeAndRight() {
        var models = ModelFiles.in(Path.of("data/models"));
        for (var entry : ModelFiles.list()) {
            assertTrue(Files.isRegularFile(models.file(entry.name())), entry.name());
        }
    }

    @Test
    void aMissingModelSaysHowToGetIt() {
        var refusal = assertThrows(
                IllegalStateException.class, () -> ModelFiles.in(folder).file("face-mesh"));
        assertTrue(refusal.getMessage().contains("face-mesh is missing"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("environment/workbench setup"), refusal.getMessage());
    }

    @Test
    void defect08_aModelWithAnotherHashIsRefusedWithBothHashes() throws IOException {
        var entry = ModelFiles.list().get(0);
        Files.writeString(folder.resolve(entry.file()), "something else");
        var refusal = assertThrows(
                IllegalStateException.class, () -> ModelFiles.in(folder).file(entry.name()));
        assertTrue(refusal.getMessage().contains(entry.sha256()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("has SHA-256"), refusal.getMessage());
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> ModelFiles.in(folder).file("nose"));
        assertTrue(refusal.getMessage().contains("face-detector"), refusal.getMessage());
    }

    /** Set-up's own check: a package whose file has another hash leaves nothing behind. */
    @Test
    void setUpRefusesAPackageWithAWrongHashAndKeepsNothing() throws Exception {
        var list = Files.writeString(folder.resolve("list.json"), """
                [{"name": "x", "file": "x.bin", "bytes": 4, "sha256": "00", "package": "x@1", "member": "package/x.bin"}]
                """);
        // a stand-in for npm: packs a file that is not the pinned one
        var bin = Files.createDirectory(folder.resolve("bin"));
        var npm = Files.writeString(bin.resolve("npm"), """
                #!/bin/sh
                mkdir package && printf data > package/x.bin && tar -czf "$5/x-1.tgz" package && rm -r package
                """);
        assertTrue(npm.toFile().setExecutable(true));
        var models = folder.resolve("models");
        var process = new ProcessBuilder(
                        "python3",
                        Path.of("environment/fetch_models.py").toAbsolutePath().toString(),
                        "--list",
                        list.toString(),
                        "--into",
                        models.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        process.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        var run = process.start();
        var said = new String(run.getInputStream().readAllBytes());
        assertEquals(1, run.waitFor());
        assertTrue(said.contains("x.bin from x@1 has SHA-256"), said);
        assertTrue(said.contains("nothing was kept"), said);
        try (var files = Files.list(models)) {
            assertEquals(0, files.count());
        }
    }
}
