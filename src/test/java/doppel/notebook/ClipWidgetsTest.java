package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.figure.Ink;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.MarkedWriter;
import doppel.provenance.FileHash;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipWidgetsTest {

    private static final int SIDE = 256;

    @TempDir
    private Path folder;

    private final TestPage page = TestPage.open();

    @AfterEach
    void unplug() {
        page.close();
    }

    @Test
    void aClipIsSentWhenThePageAsksForIt() throws IOException {
        var left = clip("left", 8, Marks.actor());
        var right = clip("right", 12, Marks.actor());
        ClipPlayer.of(left, right).withNames("target", "swap").display();
        assertTrue(page.messages().isEmpty());
        page.says("ClipPlayer", Map.of("want", 1));
        TestPage.until(() -> page.messages().size() == 1);
        assertEquals(Map.of("clip", 1), page.messages().get(0).content());
        assertArrayEquals(
                Files.readAllBytes(right), page.messages().get(0).buffers().get(0));
    }

    @Test
    void aClipInANotebookIsAStripOfSixFramesOnACodeHost() throws IOException {
        var bundle = ClipPlayer.of(clip("left", 26, Marks.actor())).display();
        assertEquals("clip left.mp4, 256 x 256, 1.0 s", bundle.forms().get(Bundle.TEXT));
        var strip = Pictures.of(bundle);
        assertEquals(6 * 146 + 5 * 6, strip.getWidth());
        assertEquals(40, level(strip, 70, 30), 8);
        assertEquals(40 + 5 * 25, level(strip, strip.getWidth() - 70, 30), 8);
    }

    @Test
    void theStripOfASwapIsLabeled() throws IOException {
        var plain = Pictures.of(ClipPlayer.of(clip("actor", 6, Marks.actor())).display());
        var made = Pictures.of(ClipPlayer.of(clip("swap", 6, Marks.swap())).display());
        // the label inside the clip shrinks with its frames, and hardly anything of it stays white
        assertTrue(white(made) > 3 * white(plain), white(made) + " and " + white(plain));
    }

    @Test
    void twoClipsNeedTwoNames() throws IOException {
        var player = ClipPlayer.of(clip("left", 3, Marks.actor()));
        assertThrows(IllegalArgumentException.class, () -> player.withNames("target", "swap"));
    }

    @Test
    void aScrubberShowsTheFrameThatIsAskedFor() throws IOException {
        var clip = clip("clip", 20, Marks.actor());
        var faces = SketchedFaces.write(folder.resolve("faces"), 2, 5, FileHash.of(clip));
        var bundle = FrameScrubber.of(clip, faces).display();
        var text = (String) bundle.forms().get(Bundle.TEXT);
        assertTrue(text.endsWith("frame 5, 0.20 s; score 0.90, yaw 0°, pitch 0°, roll 0°"), text);
        var all = Map.of("box", false, "landmarks", false, "mask", false, "axes", false);
        var values = new HashMap<String, Object>(all);
        values.put("frame", 12);
        page.sets("Playground", Map.of("values", values));
        TestPage.until(() -> page.shown("Playground").get("caption").equals("frame 12, 0.48 s; no face"));
        values.put("frame", 2);
        page.sets("Playground", Map.of("values", values));
        TestPage.until(() -> page.shown("Playground").get("caption").equals("frame 2, 0.08 s; no face"));
    }

    @Test
    void whatWasFoundIsDrawnUnlessItIsTurnedOff() throws IOException {
        var clip = clip("clip", 8, Marks.actor());
        var faces = SketchedFaces.write(folder.resolve("faces"), 1, 5, FileHash.of(clip));
        var box = faces.faces().get(0).box();
        var still = Pictures.of(FrameScrubber.of(clip, faces).display());
        var zoom = still.getWidth() / (double) SIDE;
        var edge = new Color(still.getRGB(
                (int) Math.round(box.x() * zoom), (int) (box.center().y() * zoom)));
        assertEquals(Ink.YELLOW.getRed(), edge.getRed(), 60);
        assertEquals(Ink.YELLOW.getBlue(), edge.getBlue(), 60);
    }

    @Test
    void facesOfAnotherClipAreRefused() throws IOException {
        var clip = clip("clip", 3, Marks.actor());
        var faces = SketchedFaces.write(folder.resolve("faces"), 1);
        var fault = assertThrows(IllegalArgumentException.class, () -> FrameScrubber.of(clip, faces));
        assertTrue(fault.getMessage().endsWith("give that clip"), fault.getMessage());
    }

    /** Gray, a little lighter in each frame. */
    private Path clip(String name, int frames, Marks marks) throws IOException {
        var file = folder.resolve(name + ".mp4");
        var origin = new Origin(List.of(), Map.of(), List.of("actor-a"));
        try (var writer = MarkedWriter.clip(file, ClipFormat.of(SIDE, SIDE, 25), marks, origin)) {
            for (int i = 0; i < frames; i++) {
                writer.write(new Frame(i, i / 25.0, gray(40 + 5 * i), "%06d".formatted(i)));
            }
            writer.finish();
        }
        return file;
    }

    private static BufferedImage gray(int level) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(new Color(level, level, level));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.dispose();
        return picture;
    }

    private static int level(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 255;
    }

    /** White pixels in the lower right corner of the first still. */
    private static int white(BufferedImage strip) {
        var count = 0;
        for (int y = 120; y < 146; y++) {
            for (int x = 0; x < 146; x++) {
                count += level(strip, x, y) > 200 ? 1 : 0;
            }
        }
        return count;
    }
}
