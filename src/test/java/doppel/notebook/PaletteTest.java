package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Color LINE = new Color(0x0072B2);
    private static final Color[] INKS = {LINE, new Color(0xD55E00), new Color(0x009E73), new Color(0x22262B)};

    @Test
    void fewColorsStayAsTheyAre() {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 20; i < 64; i++) {
            picture.setRGB(i % 8, i / 8, new Color(3 * i, 7, 200 - i).getRGB());
        }
        var painted = Palette.of(picture).orElseThrow();
        assertTrue(painted.getColorModel() instanceof IndexColorModel);
        for (int i = 0; i < 64; i++) {
            assertEquals(picture.getRGB(i % 8, i / 8), painted.getRGB(i % 8, i / 8));
        }
    }

    @Test
    void linesAndPaperStayAndMixturesMoveALittle() {
        var picture = drawing();
        assertTrue(colors(picture) > 256, "as it is, it would fit");
        var painted = Palette.of(picture).orElseThrow();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var was = new Color(picture.getRGB(x, y));
                var is = new Color(painted.getRGB(x, y));
                assertEquals(was.getRed(), is.getRed(), 31);
                assertEquals(was.getGreen(), is.getGreen(), 31);
                assertEquals(was.getBlue(), is.getBlue(), 31);
                if (was.equals(Color.WHITE) || was.equals(LINE)) {
                    assertEquals(was, is);
                }
            }
        }
    }

    @Test
    void aPhotographHasNone() {
        var picture = new BufferedImage(80, 80, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 6400; i++) {
            picture.setRGB(i % 80, i / 80, i * 7919);
        }
        assertTrue(Palette.of(picture).isEmpty());
    }

    @Test
    void norHasASmallOne() {
        var face = new BufferedImage(40, 40, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 1600; i++) {
            face.setRGB(i % 40, i / 40, new Color(90 + i % 100, 60 + i % 90, 50 + i % 80).getRGB());
        }
        assertTrue(Palette.of(face).isEmpty());
    }

    private static long colors(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    /** Lines on paper in several inks, with soft edges: more colors than a palette has. */
    private static BufferedImage drawing() {
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 300);
        for (int i = 0; i < 24; i++) {
            pen.setColor(INKS[i % INKS.length]);
            pen.drawLine(15 * i, 0, 399 - 13 * i, 299);
        }
        pen.dispose();
        return picture;
    }
}
