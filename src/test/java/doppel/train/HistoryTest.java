package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final TrainStep FIRST = new TrainStep(1, 0.1, 0.5f, 0.25f, 1e-5, 100);
    private static final TrainStep SECOND = new TrainStep(2, 0.2, 1 / 3f, 0.125f, 2e-5, 100.5);
    private static final TrainStep THIRD = new TrainStep(3, 0.3, 0.1f, 0.1f, 3e-5, 101);

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
                "step,seconds,lossA,lossB,learningRate,facesPerSecond\n1,0.1,0.5,0.25,1.0E-5,100.0\n",
                Files.readString(csv).substring(0, 81));
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
    }
}
