package doppel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer types it, with a second of training: done, done already, and done again where it has to be. */
class DemoCommandTest {

    @TempDir
    Path project;

    @BeforeEach
    void aProjectWithTheRealModelsAndSamples() throws IOException {
        Files.createDirectories(project.resolve("data"));
        for (var name : List.of("models", "samples")) {
            Files.createSymbolicLink(
                    project.resolve("data").resolve(name), Path.of("data", name).toAbsolutePath());
        }
        System.setProperty("doppel.project", project.toString());
    }

    @AfterEach
    void forgetTheProject() throws IOException {
        System.clearProperty("doppel.project");
        for (var name : List.of("models", "samples")) {
            Files.delete(project.resolve("data").resolve(name));
        }
    }

    @Test
    void whatIsDoneIsShownAndWhatIsMissingOrTooShortIsDone() throws IOException {
        var run = project.resolve("data/runs/demo");
        assertFalse(demo("0.01").contains("done already"));
        for (var file : List.of("swap.mp4", "side-by-side.mp4", "report.html", "report.json")) {
            assertTrue(Files.isRegularFile(run.resolve(file)), file);
        }
        assertTrue(demo("0.01").contains("done already"));

        Files.delete(run.resolve("swap.mp4"));
        assertFalse(demo("0.01").contains("done already"));
        assertTrue(Files.isRegularFile(run.resolve("swap.mp4")));

        assertFalse(demo("0.03").contains("done already"));
        assertTrue(demo("0.02").contains("done already"));
    }

    private static String demo(String minutes) {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        assertEquals(0, Main.run(out, out, "demo", "--model", "fast", "--minutes", minutes), said::toString);
        return said.toString();
    }
}
