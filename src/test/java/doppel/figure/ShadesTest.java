package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import doppel.image.NumberGrid;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class ShadesTest {

    @Test
    void theStrongestNumberOfEitherSignHasTheFullColor() {
        var picture = Shades.signed(NumberGrid.of(3, -2, 0, 2));
        assertEquals(Ink.A, new Color(picture.getRGB(0, 0)));
        assertEquals(Color.WHITE, new Color(picture.getRGB(1, 0)));
        assertEquals(Ink.B, new Color(picture.getRGB(2, 0)));
    }

    @Test
    void halfAsStrongIsHalfwayFromWhite() {
        var half = new Color(Shades.signed(NumberGrid.of(2, 1, 2)).getRGB(0, 0));
        assertEquals((255 + Ink.B.getRed()) / 2.0, half.getRed(), 1);
        assertEquals((255 + Ink.B.getBlue()) / 2.0, half.getBlue(), 1);
    }

    @Test
    void nothingButZerosIsWhite() {
        assertEquals(Color.WHITE, new Color(Shades.signed(NumberGrid.of(1, 0)).getRGB(0, 0)));
    }

    @Test
    void grayIsCutOffAtBlackAndWhite() {
        var picture = Shades.gray(NumberGrid.of(3, -1, 0.5, 7));
        assertEquals(Color.BLACK, new Color(picture.getRGB(0, 0)));
        assertEquals(128, new Color(picture.getRGB(1, 0)).getGreen(), 1);
        assertEquals(Color.WHITE, new Color(picture.getRGB(2, 0)));
    }

    @Test
    void heatGetsDarkerAllTheWay() {
        var picture = Shades.heat(NumberGrid.of(4, 0, 1, 2, 9), 2);
        assertEquals(Color.WHITE, new Color(picture.getRGB(0, 0)));
        assertEquals(Ink.B, new Color(picture.getRGB(1, 0)));
        assertEquals(picture.getRGB(3, 0), picture.getRGB(2, 0));
        assertEquals(true, new Color(picture.getRGB(2, 0)).getRed() < Ink.B.getRed());
    }

    @Test
    void anEnlargedPixelIsASquare() {
        var large = Shades.enlarged(Shades.gray(NumberGrid.of(2, 0, 1)), 3);
        assertEquals(6, large.getWidth());
        assertEquals(3, large.getHeight());
        assertEquals(Color.BLACK, new Color(large.getRGB(2, 2)));
        assertEquals(Color.WHITE, new Color(large.getRGB(3, 2)));
    }
}
