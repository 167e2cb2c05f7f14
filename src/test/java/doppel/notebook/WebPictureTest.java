package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WebPictureTest {

    /** JJava's own renderer cut the end of most sizes off. */
    @Test
    void everyPixelOfEverySizeArrives() throws IOException {
        for (int width = 1; width <= 81; width += 8) {
            for (int height = 1; height <= 85; height += 12) {
                var picture = noise(width, height, BufferedImage.TYPE_INT_RGB);
                var read = Pictures.of(Bundle.text("noise").withPicture(picture));
                assertEquals(width, read.getWidth());
                assertEquals(picture.getRGB(width - 1, height - 1), read.getRGB(width - 1, height - 1));
            }
        }
    }

    @Test
    void aPhotographGoesAsJpegAndIsSmaller() throws IOException {
        var photograph = noise(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        var file = WebPicture.of(photograph);
        assertEquals("image/jpeg", file.mime());
        var png = new ByteArrayOutputStream();
        ImageIO.write(photograph, "png", png);
        assertTrue(file.bytes().length < 0.6 * png.size(), file.bytes().length + " of " + png.size());
        var read = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertEquals(400, read.getWidth());
    }

    @Test
    void aDrawingStaysPng() {
        var drawing = new BufferedImage(900, 600, BufferedImage.TYPE_3BYTE_BGR);
        assertEquals("image/png", WebPicture.of(drawing).mime());
    }

    @Test
    void transparencyStays() throws IOException {
        var picture = noise(400, 300, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(7, 9, 0x00FFFFFF);
        var file = WebPicture.of(picture);
        assertEquals("image/png", file.mime());
        assertEquals(0, ImageIO.read(new ByteArrayInputStream(file.bytes())).getRGB(7, 9) >>> 24);
    }

    private static BufferedImage noise(int width, int height, int type) {
        var random = new Random(width * 1000L + height);
        var picture = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, 0xFF000000 | random.nextInt(0x1000000));
            }
        }
        return picture;
    }
}
