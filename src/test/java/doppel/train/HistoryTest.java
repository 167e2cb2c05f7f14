package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final TrainStep FIRST = row(1, 0.1, 0.5f, 0.25f, 1e-5, 100);
    private static final TrainStep SECOND = row(2, 0.2, 1 / 3f, 0.125f, 2e-5, 100.5);
    private static final TrainStep THIRD = row(3, 0.3, 0.1f, 0.1f, 3e-5, 101);

    @TempDir
    private Path folder;

    private Path csv;

    @BeforeEach
    void writeTwoRows() throws IOException {
        csv = folder.resolve("history.csv");
        try (var history = History.open(csv, 0)) {
            history.append(FIRST);
            history.append(SECOND);
        }
    }

    @Test
    void rowsComeBackNumberForNumber() throws IOException {
        assertEquals(List.of(FIRST, SECOND), History.read(csv));
    }

    @Test
    void isATableThatOthersCanRead() throws IOException {
        assertEquals(
                List.of(
                        "step,seconds,lossA,lossB,learningRate,facesPerSecond,gradientNorm,absolute,structure_scales",
                        "1,0.1,0.5,0.25,1.0E-5,100.0,2.5,0.125,0.5"),
                Files.readAllLines(csv).subList(0, 2));
    }

    @Test
    void whatNobodyMeasuredComesBackAsThat() throws IOException {
        var bare = new TrainStep(1, 0.1, 0.5f, 0.25f, 1e-5, 100);
        var other = folder.resolve("bare.csv");
        try (var history = History.open(other, 0)) {
            history.append(bare);
        }
        assertEquals(List.of(bare), History.read(other));
        assertTrue(Float.isNaN(bare.gradientNorm()));
    }

    @Test
    void beforeTheFirstStepThereAreNoRows() throws IOException {
        var other = folder.resolve("new.csv");
        History.open(other, 0).close();
        assertEquals(List.of(), History.read(other));
    }

    @Test
    void aTornLastRowIsDropped() throws IOException {
        Files.writeString(csv, "3,0.3,0.", StandardOpenOption.APPEND);
        assertEquals(List.of(FIRST, SECOND), History.read(csv));
        try (var history = History.open(csv, 2)) {
            history.append(THIRD);
        }
        assertEquals(List.of(FIRST, SECOND, THIRD), History.read(csv));
    }

    @Test
    void rowsAfterTheCheckpointAreDropped() throws IOException {
        History.open(csv, 1).close();
        assertEquals(List.of(FIRST), History.read(csv));
    }

    @Test
    void aBrokenRowIsNamed() throws IOException {
        Files.writeString(csv, "3,oops\n", StandardOpenOption.APPEND);
        var refusal = assertThrows(IOException.class, () -> History.read(csv));
        assertTrue(refusal.getMessage().startsWith("line 4 of " + csv), refusal.getMessage());
    }

    @Test
    void anotherTableIsRefused() throws IOException {
        Files.writeString(csv, "a,b\n1,2\n");
        assertThrows(IOException.class, () -> History.read(csv));
        var header = "step,seconds,lossA,lossB,learningRate,facesPerSecond,gradientNorm,";
        Files.writeString(csv, header + "luck\n");
        var refusal = assertThrows(IOException.class, () -> History.read(csv));
        assertEquals(
                csv + " has columns that are no losses, [luck]: it is not the history of a run", refusal.getMessage());
    }

    private static TrainStep row(int step, double seconds, float a, float b, double rate, double speed) {
        var terms = new LinkedHashMap<LossKind, Float>();
        terms.put(LossKind.ABSOLUTE, a / 4);
        terms.put(LossKind.STRUCTURE_SCALES, 2 * b);
        return new TrainStep(step, seconds, a, b, rate, speed, 2.5f, terms);
    }
}
