package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.PictureFile;
import doppel.train.PreviewSheet;
import doppel.train.RunFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelapseTest {

    private static final int SIDE = 40;

    @TempDir
    private Path temporary;

    private RunFolder run;

    @BeforeEach
    void nameTheRun() {
        run = new RunFolder(temporary.resolve("first"));
    }

    @Test
    void chosenPreviewsAreInOrderWithTheFirstAndTheLastAndMoreOfTheEarlyOnes() {
        var sheets = IntStream.range(0, 34)
                .mapToObj(i -> new PreviewSheet(10 * i, new BufferedImage(6, 14, BufferedImage.TYPE_3BYTE_BGR)))
                .toList();
        var steps = Timelapse.chosen(sheets, 7).stream().map(PreviewSheet::step).toList();
        assertEquals(List.of(0, 10, 40, 80, 150, 230, 330), steps);
        assertEquals(
                List.of(0, 10),
                Timelapse.chosen(sheets.subList(0, 2), 7).stream()
                        .map(PreviewSheet::step)
                        .toList());
    }

    @Test
    void theStripGoesFromTheFirstStepToTheLast() throws IOException {
        for (var step : List.of(0, 500, 2000)) {
            preview(step, 50 + step / 20);
        }
        var strip = Timelapse.strip(run);
        // the original, then three steps; gray as bright as the preview of that step
        var width = (strip.getWidth() + 6) / 4;
        for (int i = 0; i < 3; i++) {
            var middle = new Color(strip.getRGB((i + 1) * width + width / 2, width / 2));
            assertEquals(50 + List.of(0, 500, 2000).get(i) / 20, middle.getGreen(), 2, "column " + i);
        }
    }

    @Test
    void thereIsAFrameForEachPreviewOldestFirst() throws IOException {
        for (int step = 0; step < 500; step += 100) {
            preview(step, 40 + step / 4);
        }
        var frames = Timelapse.frames(run);
        assertEquals(5, frames.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(40 + 25 * i, new Color(frames.get(i).getRGB(50, 50)).getGreen(), 2, "frame " + i);
        }
    }

    @Test
    void ofManyPreviewsSixtyAreShownTheFirstAndTheLastAmongThem() throws IOException {
        for (int step = 0; step < 70; step++) {
            preview(step, 40 + 2 * step);
        }
        var frames = Timelapse.frames(run);
        assertEquals(60, frames.size());
        assertEquals(40, new Color(frames.get(0).getRGB(50, 50)).getGreen(), 2);
        assertEquals(178, new Color(frames.get(59).getRGB(50, 50)).getGreen(), 2);
    }

    @Test
    void stripAndFramesCarryTheLabel() throws IOException {
        preview(0, 90);
        assertTrue(dark(Timelapse.strip(run)) > 300);
        assertTrue(dark(Timelapse.frames(run).get(0)) > 300);
    }

    @Test
    void aRunWithoutPreviewsSaysWhatToDo() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Timelapse.strip(run));
        assertEquals("the run first has no preview yet: train it for a few seconds", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Timelapse.frames(run));
    }

    /** Pixels in the bottom right corner, on the paper, that are neither paper nor letters: the pill of the label. */
    private static int dark(BufferedImage picture) {
        var count = 0;
        for (int y = picture.getHeight() - 40; y < picture.getHeight(); y++) {
            for (int x = picture.getWidth() - 150; x < picture.getWidth(); x++) {
                count += new Color(picture.getRGB(x, y)).getGreen() < 140 ? 1 : 0;
            }
        }
        return count;
    }

    /** All faces of one gray. */
    private void preview(int step, int gray) throws IOException {
        var picture = new BufferedImage(6 * SIDE, 8 + PreviewSheet.ROWS * SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(new Color(gray, gray, gray));
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        var file = run.path().resolve("previews/preview-%08d.png".formatted(step));
        Files.createDirectories(file.getParent());
        PictureFile.write(picture, file);
    }
}
