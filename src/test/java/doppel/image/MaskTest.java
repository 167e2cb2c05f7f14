package doppel.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaskTest {

    @Test
    void pictureAndBackIsTheSameMask() {
        var mask = square(40, 10, 20);
        assertEquals(mask, Mask.of(mask.picture()));
    }

    @Test
    void andKeepsWhatBothHold() {
        var both = square(40, 10, 20).and(square(40, 20, 20));
        assertEquals(1, both.at(25, 25), 0);
        assertEquals(0, both.at(15, 15), 0);
        assertEquals(0, both.at(35, 35), 0);
    }

    @Test
    void orKeepsWhatEitherHolds() {
        var either = square(40, 10, 20).or(square(40, 20, 20));
        assertEquals(1, either.at(15, 15), 0);
        assertEquals(1, either.at(35, 35), 0);
        assertEquals(0, either.at(35, 15), 0);
    }

    @Test
    void featheringKeepsTheAreaAndSoftensTheEdge() {
        var hard = square(80, 30, 20);
        var soft = hard.feathered(3);
        assertEquals(hard.share(), soft.share(), 0.002);
        assertEquals(0.5, soft.at(30, 40), 0.08);
        assertTrue(soft.at(28, 40) > 0 && soft.at(28, 40) < 0.5);
    }

    @Test
    void aMaskThatFillsThePictureFadesAtItsBorder() {
        assertTrue(Mask.filled(40, 40, 1).feathered(3).at(0, 20) < 0.7);
    }

    @Test
    void erodingTakesThePixelsOfTheRim() {
        var eroded = square(40, 10, 20).eroded(3);
        assertEquals(0, eroded.at(12, 20), 0);
        assertEquals(1, eroded.at(13, 20), 0);
        assertEquals(square(40, 10, 20).share(), square(40, 10, 20).eroded(0).share(), 0);
    }

    @Test
    void aNegativeErosionGrows() {
        assertEquals(1, square(40, 10, 20).eroded(-3).at(7, 20), 0);
        assertEquals(0, square(40, 10, 20).eroded(-3).at(6, 20), 0);
    }

    @Test
    void laterChangesOfTheArrayDoNotReachTheMask() {
        var bytes = new byte[4];
        var mask = new Mask(2, 2, bytes);
        bytes[0] = 9;
        assertEquals(0, mask.at(0, 0), 0);
        assertNotEquals(new Mask(2, 2, bytes), mask);
    }

    /** Of 10 pixels one mask holds 0 to 5 and the other 3 to 8: three are common, nine belong to either. */
    @Test
    void overlapIsIntersectionOverUnion() {
        assertEquals(3 / 9.0, stripe(0, 6).overlap(stripe(3, 9)), 1e-12);
        assertEquals(1, stripe(0, 6).overlap(stripe(0, 6)), 1e-12);
        assertEquals(0, stripe(0, 3).overlap(stripe(5, 9)), 1e-12);
        assertEquals(0, Mask.filled(4, 4, 0).overlap(Mask.filled(4, 4, 0)));
    }

    @Test
    void aSoftPixelOverlapsByItsValue() {
        assertEquals(102 / 255.0, Mask.filled(4, 4, 0.4).overlap(Mask.filled(4, 4, 1)), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Mask.filled(4, 4, 1).overlap(Mask.filled(5, 4, 1)));
    }

    @Test
    void masksOfDifferentSizesAreRefusedWithBothSizes() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> Mask.filled(4, 4, 1).and(Mask.filled(5, 4, 1)));
        assertTrue(refusal.getMessage().contains("4 x 4 and 5 x 4"));
    }

    private static Mask square(int size, int start, int side) {
        var bytes = new byte[size * size];
        for (int y = start; y < Math.min(size, start + side); y++) {
            for (int x = start; x < Math.min(size, start + side); x++) {
                bytes[y * size + x] = (byte) 255;
            }
        }
        return new Mask(size, size, bytes);
    }

    /** 10 pixels in a row, 1 from the first to before the second. */
    private static Mask stripe(int from, int to) {
        var bytes = new byte[10];
        Arrays.fill(bytes, from, to, (byte) 255);
        return new Mask(10, 1, bytes);
    }
}
