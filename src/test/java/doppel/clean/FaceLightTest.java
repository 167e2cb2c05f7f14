package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FaceLightTest {

    @Test
    void theColorOfAPlainPictureIsItsColor() {
        var skin = new Color(0xC89678);
        var light = FaceLight.of(plain(skin), Mask.filled(32, 32, 1));
        assertEquals(skin, light.color());
        assertEquals(0, light.contrast(), 1e-3);
        assertEquals(0, light.balance(), 1e-3);
    }

    /** Middle gray has L* 53.6 and no color; white is 46.4 away from it. */
    @Test
    void distanceIsThatOfLab() {
        var whole = Mask.filled(32, 32, 1);
        var gray = FaceLight.of(plain(new Color(128, 128, 128)), whole);
        assertEquals(53.6, gray.brightness(), 0.1);
        assertEquals(0, gray.redness(), 0.1);
        assertEquals(46.4, gray.distanceTo(FaceLight.of(plain(Color.WHITE), whole)), 0.2);
    }

    @Test
    void onlyTheMaskIsMeasured() {
        var picture = plain(Color.WHITE);
        var bytes = new byte[32 * 32];
        for (int i = 0; i < bytes.length; i++) {
            if (i / 32 < 8) {
                picture.setRGB(i % 32, i / 32, 0);
                bytes[i] = (byte) 255;
            }
        }
        assertEquals(0, FaceLight.of(picture, new Mask(32, 32, bytes)).brightness(), 1e-3);
        assertEquals(75, FaceLight.of(picture, Mask.filled(32, 32, 0)).brightness(), 1e-3);
    }

    private static BufferedImage plain(Color color) {
        var picture = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 32 * 32; i++) {
            picture.setRGB(i % 32, i / 32, color.getRGB());
        }
        return picture;
    }
}
