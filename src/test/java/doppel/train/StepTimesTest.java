package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.ActorClip;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import doppel.provenance.ConsentFolder;
import doppel.provenance.Permit;
import doppel.provenance.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On faces that were extracted from the clip of an actor. */
class StepTimesTest {

    @TempDir
    private static Path extracted;

    private static FaceFolder folder;
    private static Permit permit;

    @BeforeAll
    static void extractFourFaces() throws IOException {
        folder = faces("actor-b");
    }

    @BeforeAll
    static void askForConsent(@TempDir Path consents) throws IOException {
        var folder = ConsentFolder.open(consents);
        folder.add(ActorClip.sample(Path.of("data", "samples"), "b").consent());
        permit = folder.permit(Use.TRAIN, List.of("actor-b"), LocalDate.now());
    }

    @Test
    void everyPartOfAStepTakesTime() throws IOException, InterruptedException {
        var times = StepTimes.measure(folder, folder, DrawnSides.tinyOptions(10), 5, permit);
        assertTrue(times.read() > 0 && times.make() > 0 && times.idle() > 0 && times.move() > 0, times.toString());
        assertTrue(times.learn() > times.move(), times.toString());
    }

    @Test
    void tooFewStepsSayTheRemedy() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> StepTimes.measure(folder, folder, DrawnSides.tinyOptions(10), 2, permit));
        assertEquals("a median needs 3 steps or more, got 2; try 30", refusal.getMessage());
    }

    @Test
    void withoutAPermitForThePersonNobodyTrains() throws IOException {
        var stranger = faces("stranger");
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> StepTimes.measure(folder, stranger, DrawnSides.tinyOptions(10), 5, permit));
        assertEquals(
                "the permit holds for [actor-b], not for stranger: ask ConsentFolder for stranger too",
                refusal.getMessage());
    }

    private static FaceFolder faces(String person) throws IOException {
        return new FaceExtractor(ModelFiles.in(Path.of("data", "models")))
                .extract(
                        Path.of("data", "samples", "actor-b.mp4"),
                        person,
                        extracted.resolve(person),
                        ExtractOptions.standard().withEveryNth(90),
                        step -> {});
    }
}
