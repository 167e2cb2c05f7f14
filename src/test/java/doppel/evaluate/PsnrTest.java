package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.image.Mask;
import org.junit.jupiter.api.Test;

class PsnrTest {

    @Test
    void anErrorOfTenLevelsEverywhereIs28Decibels() {
        var psnr = Psnr.inside(Pictures.flat(32, 100), Pictures.flat(32, 110), Pictures.everywhere(32));
        assertEquals(20 * Math.log10(255 / 10.0), psnr, 1e-9);
    }

    @Test
    void halvingTheErrorGainsSixDecibels() {
        var far = Psnr.inside(Pictures.flat(32, 100), Pictures.flat(32, 120), Pictures.everywhere(32));
        var near = Psnr.inside(Pictures.flat(32, 110), Pictures.flat(32, 120), Pictures.everywhere(32));
        assertEquals(20 * Math.log10(2), near - far, 1e-9);
    }

    @Test
    void whatIsOutsideOfTheMaskDoesNotCount() {
        var halfWrong = Pictures.formula(32, (x, y) -> x < 16 ? 105 : 250);
        assertEquals(
                20 * Math.log10(255 / 5.0), Psnr.inside(halfWrong, Pictures.flat(32, 100), Pictures.left(32)), 1e-9);
    }

    @Test
    void equalPicturesGetOneHundred() {
        assertEquals(100, Psnr.inside(Pictures.flat(32, 7), Pictures.flat(32, 7), Pictures.everywhere(32)), 0);
    }

    @Test
    void sizesThatDifferAreNamed() {
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> Psnr.inside(Pictures.flat(32, 7), Pictures.flat(64, 7), Pictures.everywhere(32)));
        assertEquals(
                "picture, truth and mask must have one size, got 32 x 32, 64 x 64 and 32 x 32: bring them to one size",
                fault.getMessage());
    }

    @Test
    void anEmptyMaskIsRefused() {
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> Psnr.inside(Pictures.flat(32, 7), Pictures.flat(32, 7), Mask.filled(32, 32, 0.4)));
        assertEquals("the mask is empty: nothing can be measured in it, give the face's mask", fault.getMessage());
    }
}
