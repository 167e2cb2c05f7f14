package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.train.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityFileTest {

    @TempDir
    Path folder;

    @Test
    void rowsAreReadAsTheyWereWritten() throws IOException {
        var rows = List.of(row("fast", 450, 1, 25.125), row("sharp", 230, 2, 26.5));
        var file = new QualityFile(folder.resolve("quality.csv"));
        assertEquals(List.of(), file.rows());
        for (var row : rows) {
            file.append(row);
        }
        assertEquals(rows, file.rows());
    }

    @Test
    void theSeedsOfAQuestionAreOneSummary() {
        var summaries = QualitySummary.of(List.of(
                row("fast", 450, 1, 25), row("fast", 900, 1, 28), row("fast", 450, 2, 27), row("fast", 450, 3, 26)));
        assertEquals(2, summaries.size());
        var psnr = summaries.get(0).ofScore(TruthScores::psnr);
        assertEquals(26, psnr.mean(), 1e-9);
        assertEquals(1, psnr.deviation(), 1e-9);
        assertEquals(28, summaries.get(1).ofScore(TruthScores::psnr).mean(), 1e-9);
    }

    @Test
    void anotherStartOfTheSameNameIsAnotherQuestion() {
        var row = row("fast", 450, 1, 25);
        assertTrue(row.answers(row.trial(), row.weights()));
        assertTrue(!row.answers(row.trial(), "0123456789ab")
                && !row.answers(row.trial().withSeed(2), row.weights()));
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        var path = folder.resolve("quality.csv");
        var file = new QualityFile(path);
        file.append(row("fast", 450, 1, 25));
        var text = Files.readString(path);
        Files.writeString(path, text + "fast,scratch,720\n");
        assertTrue(refusal(file).startsWith("line 3 of " + path));
        Files.writeString(path, text + text.lines().toList().get(1).replace("25.0", "much") + "\n");
        assertTrue(refusal(file).startsWith("line 3 of " + path));
        Files.writeString(path, "something else\n");
        assertTrue(refusal(file).startsWith(path + " does not begin with"));
        Files.writeString(path, "");
        assertTrue(refusal(file).startsWith(path + " does not begin with"));
    }

    private static String refusal(QualityFile file) {
        return assertThrows(IOException.class, file::rows).getMessage();
    }

    private static QualityRow row(String model, int steps, long seed, double psnr) {
        var spread = new Spread(0.5, 0.25);
        var scores = new TruthScores(new Spread(psnr, 0.5), spread, spread, spread, 0.75, spread, spread);
        var trial = new QualityTrial(model, TrainOptions.SCRATCH, 720, steps, 0, seed);
        return new QualityRow(trial, QualityRow.NO_WEIGHTS, steps, 10.5, 12.25, scores);
    }
}
