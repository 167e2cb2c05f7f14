package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.train.Trained.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedTest {

    @TempDir
    Path folder;

    @Test
    void aRunWhoseHeldOutFacesGetBetterIsStillLearning() {
        var trained = Trained.of(run(seconds -> 1 / (1 + seconds), seconds -> 1.1 / (1 + seconds)));
        assertEquals(Answer.LEARNING, trained.answer());
        assertEquals(1 - 41.0 / 61, trained.fall(), 1e-9);
        assertEquals(
                "still learning: in the last third of the run the error of faces never seen fell by 33 %. More minutes"
                        + " draw them better yet",
                trained.toString());
    }

    @Test
    void aRunThatStandsStillIsDone() {
        var trained = Trained.of(run(seconds -> 0.05, seconds -> 0.055));
        assertEquals(Answer.DONE, trained.answer());
        assertEquals(0, trained.fall(), 1e-9);
        assertEquals(1.1, trained.gap(), 1e-9);
        assertEquals(
                "trained: in the last third of the run the error of faces never seen fell by 0 %, and is 1.10 times that of"
                        + " known ones. More minutes hardly help; a larger network or other faces may",
                trained.toString());
    }

    @Test
    void aRunWhoseKnownFacesAloneGetBetterLearnsByHeart() {
        var trained = Trained.of(run(seconds -> 0.1 / (1 + seconds), seconds -> 0.06 + seconds / 10_000));
        assertEquals(Answer.BY_HEART, trained.answer());
        assertEquals(1 - 0.066 / 0.064, trained.fall(), 1e-9);
    }

    @Test
    void aRunThatDrawsOneFaceForAllFellApart() {
        var looks = new ArrayList<>(run(seconds -> 0.25, seconds -> 0.25));
        looks.add(new Checkup(700, 70, 0.25, 0.25, 0.25, 0.25, 0.004));
        var trained = Trained.of(looks);
        assertEquals(Answer.ONE_FACE, trained.answer());
        assertEquals(
                "fallen apart: one face is drawn for all that are shown, and a network seldom comes back from there. Train"
                        + " another run at half the rate",
                trained.toString());
    }

    @Test
    void threeLooksAreTooFew() {
        var trained = Trained.of(run(seconds -> 1, seconds -> 1).subList(0, 3));
        assertEquals(Answer.TOO_EARLY, trained.answer());
        assertEquals(Answer.TOO_EARLY, Trained.of(List.of()).answer());
    }

    @Test
    void aRowTakesThePlaceOfThoseThatARunWentBackBehind() throws IOException {
        var file = folder.resolve("checkups.csv");
        assertEquals(List.of(), Checkup.read(file));
        var rows = run(seconds -> 0.1, seconds -> 0.12);
        for (var row : rows) {
            row.appendTo(file);
        }
        assertEquals(rows, Checkup.read(file));
        var again = new Checkup(rows.get(2).step(), 99, 1, 2, 3, 4, 1);
        again.appendTo(file);
        assertEquals(List.of(rows.get(0), rows.get(1), again), Checkup.read(file));
    }

    @Test
    void aLineThatIsNoRowIsNamed() throws IOException {
        var file = folder.resolve("checkups.csv");
        new Checkup(0, 0, 1, 2, 3, 4, 1).appendTo(file);
        Files.writeString(file, Files.readString(file) + "7,0.5\n");
        var fault = assertThrows(IOException.class, () -> Checkup.read(file));
        assertEquals("line 3 of " + file + " is \"7,0.5\": take it out", fault.getMessage());
    }

    @Test
    void aTwentiethOfManyFacesIsHeldOutAndNoneOfFew() {
        assertEquals(
                36,
                IntStream.range(0, 720)
                        .filter(face -> TrainingSide.isHeldOut(face, 720))
                        .count());
        assertEquals(
                12,
                IntStream.range(0, 250)
                        .filter(face -> TrainingSide.isHeldOut(face, 250))
                        .count());
        assertEquals(
                0,
                IntStream.range(0, 249)
                        .filter(face -> TrainingSide.isHeldOut(face, 249))
                        .count());
    }

    @Test
    void aRunLooksAtItselfAtItsBeginningAndItsEnd() throws Exception {
        var run = new RunFolder(folder.resolve("run"));
        var a = DrawnSides.sparing(DrawnSides.a());
        var b = DrawnSides.sparing(DrawnSides.b());
        try (var training = TrainingRun.open(run, a, b, DrawnSides.tinyOptions(60), DrawnSides.NO_STARTS)) {
            training.start(step -> {});
            training.await();
        }
        var looks = run.checkups();
        assertEquals(0, looks.get(0).step());
        assertEquals(60, looks.get(looks.size() - 1).step());
        assertEquals(0.7, looks.get(looks.size() - 1).heldOut() / looks.get(0).heldOut(), 0.25);
    }

    /** A look every ten seconds, seven in all; both sides alike. */
    private static List<Checkup> run(DoubleUnaryOperator known, DoubleUnaryOperator heldOut) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(look -> new Checkup(
                        100 * look,
                        10 * look,
                        known.applyAsDouble(10 * look),
                        heldOut.applyAsDouble(10 * look),
                        known.applyAsDouble(10 * look),
                        heldOut.applyAsDouble(10 * look),
                        0.9))
                .toList();
    }
}
