package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.ActorClip;
import doppel.clean.Decisions;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.provenance.ConsentFolder;
import doppel.provenance.Permit;
import doppel.provenance.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A face folder with just as many faces as a training needs. */
class TrainingSideTest {

    @TempDir
    private Path temporary;

    private FaceFolder folder;
    private Permit permit;

    @BeforeEach
    void extract() throws IOException {
        var samples = Path.of("data", "samples");
        folder = new FaceExtractor(ModelFiles.in(Path.of("data", "models")))
                .extract(
                        samples.resolve("actor-b.mp4"),
                        "actor-b",
                        temporary.resolve("faces"),
                        ExtractOptions.standard().withEveryNth(15),
                        step -> {});
        var consents = ConsentFolder.open(temporary.resolve("consents"));
        consents.add(ActorClip.sample(samples, "b").consent());
        permit = consents.permit(Use.TRAIN, List.of("actor-b"), LocalDate.now());
    }

    /** 24 faces are one too few, and nothing is left behind. */
    @Test
    void tooFewFacesAreRefusedInOneSentence() {
        assertEquals(24, folder.faces().size());
        var run = temporary.resolve("run");
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> TrainingRun.open(run, folder, folder, DrawnSides.tinyOptions(5), DrawnSides.NO_STARTS, permit));
        assertTrue(
                refusal.getMessage().startsWith("actor-b in " + folder.path() + ": 24 usable faces are too few"),
                refusal.getMessage());
        assertFalse(Files.exists(run));
    }

    /** What was rejected is not learned from, and does not count. */
    @Test
    void rejectedFacesDoNotCount() throws IOException {
        var decisions = Decisions.open(folder);
        decisions.rejectAll(folder.faces().subList(0, 4), "test");
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> TrainingSide.load(
                        folder, DrawnSides.tinyOptions(5).design().crop()));
        assertTrue(refusal.getMessage().contains("20 usable faces"), refusal.getMessage());
    }

    /** What was damaged or exchanged since it was extracted is not learned from, and stops nobody. */
    @Test
    void damagedFacesDoNotCount() throws IOException {
        var faces = folder.faces();
        Files.delete(folder.file(faces.get(0).aligned()));
        Files.write(folder.file(faces.get(1).mask()), new byte[0]);
        Files.copy(
                folder.file(faces.get(3).aligned()),
                folder.file(faces.get(2).aligned()),
                StandardCopyOption.REPLACE_EXISTING);
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> TrainingSide.load(
                        folder, DrawnSides.tinyOptions(5).design().crop()));
        assertTrue(refusal.getMessage().contains("21 usable faces"), refusal.getMessage());
    }
}
