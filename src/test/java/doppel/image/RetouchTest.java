package doppel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class RetouchTest {

    private final BufferedImage picture = spot();

    @Test
    void aShiftMovesThePixelsAndLeavesThePictureAlone() {
        var moved = Retouch.shifted(picture, 2, -1);
        assertEquals(200, red(moved, 7, 4));
        assertEquals(100, red(moved, 5, 5));
        assertEquals(200, red(picture, 5, 5));
    }

    @Test
    void aBlurKeepsTheMeanAndLowersThePeak() {
        var soft = Retouch.blurred(picture, 1);
        assertEquals(
                NumberGrid.lightness(picture).mean(), NumberGrid.lightness(soft).mean(), 0.002);
        assertTrue(red(soft, 5, 5) < 130);
        assertTrue(red(soft, 6, 5) > 100);
        assertSame(picture, Retouch.blurred(picture, 0));
    }

    @Test
    void lightIsAFactorThatEndsAtWhite() {
        assertEquals(80, red(Retouch.lit(picture, 0.8), 0, 0));
        assertEquals(255, red(Retouch.lit(picture, 1.5), 5, 5));
    }

    private static int red(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 16 & 255;
    }

    private static BufferedImage spot() {
        var picture = new BufferedImage(11, 11, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 121; i++) {
            picture.setRGB(i % 11, i / 11, 0x646464);
        }
        picture.setRGB(5, 5, 0xC8C8C8);
        return picture;
    }
}
