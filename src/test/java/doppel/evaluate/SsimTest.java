package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SsimTest {

    private static final Path HELD = Path.of("data", "samples", "held");

    @Test
    void equalPicturesAreOne() {
        var picture = Pictures.formula(64, (x, y) -> (x * 7 + y * 13) % 256);
        assertEquals(1, Ssim.inside(picture, picture, Pictures.everywhere(64)), 1e-12);
    }

    @Test
    void flatPicturesDifferByTheirMeansAlone() {
        var c1 = Math.pow(0.01 * 255, 2);
        var expected = (2 * 100 * 150 + c1) / (100 * 100 + 150 * 150 + c1);
        assertEquals(
                expected, Ssim.inside(Pictures.flat(64, 100), Pictures.flat(64, 150), Pictures.everywhere(64)), 1e-9);
    }

    @Test
    void aPictureAndItsNegativeAreOpposed() {
        var picture = Pictures.formula(64, (x, y) -> (x + y) % 2 * 100 + 78);
        var negative = Pictures.formula(64, (x, y) -> 255 - ((x + y) % 2 * 100 + 78));
        assertTrue(Ssim.inside(picture, negative, Pictures.everywhere(64)) < -0.8);
    }

    @Test
    void blurCostsMoreThanAShiftOfBrightness() {
        var sharp = Pictures.formula(64, (x, y) -> x / 2 % 2 * 60 + 90);
        var brighter = Pictures.formula(64, (x, y) -> x / 2 % 2 * 60 + 95);
        var blurred = Pictures.flat(64, 120);
        var everywhere = Pictures.everywhere(64);
        assertTrue(Ssim.inside(brighter, sharp, everywhere) > 0.99);
        assertTrue(Ssim.inside(blurred, sharp, everywhere) < 0.1);
    }

    @Test
    void onlyTheMaskCounts() {
        var picture = Pictures.formula(64, (x, y) -> (x * 7 + y * 13) % 256);
        var rightIsBlack = Pictures.formula(64, (x, y) -> x < 40 ? (x * 7 + y * 13) % 256 : 0);
        assertEquals(1, Ssim.inside(rightIsBlack, picture, Pictures.left(64)), 1e-9);
        assertTrue(Ssim.inside(rightIsBlack, picture, Pictures.everywhere(64)) < 0.7);
    }

    /** Golden: the definition in NumPy, with the Gaussian and the gray of OpenCV 4 in Python. */
    @Test
    void itAgreesWithTheSameFormulaInAnotherLanguage() {
        var one = Pictures.formula(64, (x, y) -> (x * 7 + y * 13 + x * y % 31 * 3) % 256);
        var other = Pictures.formula(64, (x, y) -> (x * 7 + y * 13 + x * y % 29 * 3 + 8) % 256);
        assertEquals(0.264417, Ssim.inside(one, other, Pictures.everywhere(64)), 2e-6);
        assertEquals(0.261750, Ssim.inside(one, other, Pictures.left(64)), 2e-6);
        assertEquals(10.216294, Psnr.inside(one, other, Pictures.left(64)), 2e-6);
    }

    /** Golden: the same Python on the first held-out frame. */
    @Test
    void itAgreesOnARenderedFace() throws IOException {
        var target = PictureFile.read(HELD.resolve("0000-target.jpg"));
        var truth = PictureFile.read(HELD.resolve("0000-truth.jpg"));
        var mask = PictureFile.readMask(HELD.resolve("0000-mask.png"));
        assertEquals(0.743847, Ssim.inside(target, truth, mask), 2e-6);
        assertEquals(24.149356, Psnr.inside(target, truth, mask), 2e-6);
    }

    @Test
    void sizesThatDifferAreNamed() {
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> Ssim.inside(Pictures.flat(32, 7), Pictures.flat(32, 7), Pictures.everywhere(16)));
        assertTrue(fault.getMessage().contains("32 x 32, 32 x 32 and 16 x 16"), fault.getMessage());
    }
}
