package doppel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class NumberGridTest {

    private static final NumberGrid GRID = NumberGrid.of(3, 1, -2, 3, 4, 5, 7);

    @Test
    void countsColumnsFirst() {
        assertEquals(2, GRID.height());
        assertEquals(-2, GRID.at(1, 0));
        assertEquals(5, GRID.at(1, 1));
    }

    @Test
    void knowsItsSumMeanAndEnds() {
        assertEquals(18, GRID.sum(), 1e-9);
        assertEquals(3, GRID.mean(), 1e-9);
        assertEquals(-2, GRID.least());
        assertEquals(7, GRID.most());
    }

    @Test
    void weighsRedGreenAndBlueToLightness() {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(1, 0, 0xFF0000);
        picture.setRGB(0, 1, 0x00FF00);
        picture.setRGB(1, 1, 0xFFFFFF);
        var lightness = NumberGrid.lightness(picture);
        assertEquals(0.299, lightness.at(1, 0), 1e-6);
        assertEquals(0.587, lightness.at(0, 1), 1e-6);
        assertEquals(1, lightness.at(1, 1), 1e-6);
    }

    @Test
    void takesTheValuesOfAMask() {
        var mask = new Mask(2, 1, new byte[] {0, (byte) 255});
        assertEquals(NumberGrid.of(2, 0, 1), NumberGrid.of(mask));
    }

    @Test
    void cannotBeChangedThroughTheArrayItWasMadeOf() {
        var numbers = new float[] {1, 2};
        var grid = new NumberGrid(2, 1, numbers);
        numbers[0] = 9;
        grid.numbers()[1] = 9;
        assertEquals(NumberGrid.of(2, 1, 2), grid);
        assertNotEquals(NumberGrid.of(1, 1, 2), grid);
    }

    @Test
    void refusesAnotherNumberOfNumbers() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new NumberGrid(2, 2, new float[3]));
        assertEquals("a grid of 2 x 2 cannot hold 3 numbers: give width * height of them", refusal.getMessage());
    }
}
