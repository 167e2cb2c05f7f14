package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.provenance.Marks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BeforeAfterTest {

    @Test
    void itsStaticFormIsBothSideBySide() throws IOException {
        var bundle = BeforeAfter.of(filled(Color.RED, 64), filled(Color.BLUE, 64))
                .withNames("B", "swap")
                .display();
        var still = Pictures.of(bundle);
        assertEquals(Color.RED, new Color(still.getRGB(10, 32)));
        assertEquals(Color.BLUE, new Color(still.getRGB(still.getWidth() - 10, 32)));
        assertEquals("B and swap, 64 x 64", bundle.forms().get(Bundle.TEXT));
    }

    @Test
    void aMadePictureIsLabeledAndTheOtherIsNot() throws IOException {
        var still = Pictures.of(BeforeAfter.of(filled(Color.RED, 200), filled(Color.RED, 200))
                .withMarks(Marks.swap())
                .display());
        var changed = new int[2];
        for (int y = 170; y < 200; y++) {
            for (int x = 20; x < 200; x++) {
                changed[0] += different(still.getRGB(x, y)) ? 1 : 0;
                changed[1] += different(still.getRGB(206 + x, y)) ? 1 : 0;
            }
        }
        assertEquals(0, changed[0]);
        assertTrue(changed[1] > 500, changed[1] + " pixels");
    }

    @Test
    void picturesOfDifferentSizesAreRefused() {
        var fault = assertThrows(
                IllegalArgumentException.class, () -> BeforeAfter.of(filled(Color.RED, 64), filled(Color.RED, 32)));
        assertEquals("before is 64 x 64 and after is 32 x 32: resize them to one size", fault.getMessage());
    }

    /** From red, by more than a file format may. */
    private static boolean different(int pixel) {
        return Math.abs((pixel >> 16 & 255) - 255) > 60;
    }

    private static BufferedImage filled(Color color, int side) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        return picture;
    }
}
