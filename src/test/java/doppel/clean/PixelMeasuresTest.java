package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Pictures whose numbers are known. */
class PixelMeasuresTest {

    private static final int SIDE = 64;
    private static final Mask WHOLE = Mask.filled(SIDE, SIDE, 1);

    @Test
    void huesOfAColorAreSumsOfItsChannels() {
        var hues = Hues.of(rows(row -> new Color(200, 100, 40).getRGB()), WHOLE);
        assertEquals(0.299 * 200 + 0.587 * 100 + 0.114 * 40, hues.gray(), 1e-9);
        assertEquals(50 + 50 + 10, hues.luma(), 1e-9);
        assertEquals(50 - 50 - 10, hues.green(), 1e-9);
        assertEquals(100 - 20, hues.orange(), 1e-9);
    }

    @Test
    void grayHasNoHue() {
        var hues = Hues.of(rows(row -> new Color(90, 90, 90).getRGB()), WHOLE);
        assertEquals(90, hues.gray(), 1e-9);
        assertEquals(90, hues.luma(), 1e-9);
        assertEquals(0, hues.green(), 1e-9);
        assertEquals(0, hues.orange(), 1e-9);
    }

    @Test
    void exposureCountsShares() {
        var dark = new Color(Exposure.BLACK, 0, 0).getRGB();
        var plain = new Color(17, 100, 249).getRGB();
        var blown = new Color(Exposure.FULL, 90, 90).getRGB();
        var exposure = Exposure.of(rows(row -> row < 16 ? dark : row < 56 ? plain : blown), WHOLE);
        assertEquals(16 / 64.0, exposure.black(), 1e-12);
        assertEquals(8 / 64.0, exposure.clipped(), 1e-12);
    }

    @Test
    void exposureLooksInsideTheMaskOnly() {
        var upper = new byte[SIDE * SIDE];
        Arrays.fill(upper, 0, upper.length / 2, (byte) 255);
        var exposure = Exposure.of(
                rows(row -> row < 32 ? Color.GRAY.getRGB() : Color.BLACK.getRGB()), new Mask(SIDE, SIDE, upper));
        assertEquals(0, exposure.black(), 1e-12);
    }

    @Test
    void noiseHasAllFrequenciesAlike() {
        // the mean logarithm of an exponential distribution is 2.5 decibels below the logarithm of its mean
        assertEquals(-2.5, Spectrum.of(noise(), WHOLE), 0.3);
    }

    @Test
    void aBlurTakesTheHighFrequenciesAndDarknessDoesNot() {
        var sharp = noise();
        var blurred = Warp.resize(Warp.resize(sharp, SIDE / 2, SIDE / 2), SIDE, SIDE);
        var dark = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        new RescaleOp(0.5f, 0, null).filter(sharp, dark);
        assertTrue(Spectrum.of(blurred, WHOLE) < Spectrum.of(sharp, WHOLE) - 5, "" + Spectrum.of(blurred, WHOLE));
        assertEquals(Spectrum.of(sharp, WHOLE), Spectrum.of(dark, WHOLE), 0.1);
    }

    @Test
    void aFlatPictureHasASpectrumToo() {
        assertTrue(Spectrum.of(rows(row -> Color.GRAY.getRGB()), WHOLE) < -50);
    }

    /** What lies outside of the mask must not matter, and neither must the mask's edge. */
    @Test
    void theEdgeOfTheMaskIsNoDetail() {
        var middle = new byte[SIDE * SIDE];
        for (int row = 16; row < 48; row++) {
            Arrays.fill(middle, row * SIDE + 16, row * SIDE + 48, (byte) 255);
        }
        var smooth = rows(row -> new Color(100 + row, 100, 100).getRGB());
        assertTrue(Spectrum.of(smooth, new Mask(SIDE, SIDE, middle)) < -20);
    }

    @Test
    void aFaceInTheMiddleIsInTheFrameWhole() {
        assertEquals(1, share(Similarity.shifting(50, 50)), 1e-12);
    }

    @Test
    void aFaceCutInHalfIsHalfInTheFrame() {
        var middle = 50.0;
        assertEquals(0.5, share(Similarity.shifting(-middle, 200)), 0.02);
        assertEquals(0.5, share(Similarity.shifting(400 - middle, 200)), 0.02);
    }

    @Test
    void aFaceOutsideIsNotInTheFrame() {
        assertEquals(0, share(Similarity.shifting(-300, 0)), 1e-12);
        assertEquals(0, share(Similarity.shifting(0, 900)), 1e-12);
    }

    /** A face of 100 x 100 pixels, moved, in a frame of 400 x 400. */
    private static double share(Similarity move) {
        var square = MadeRow.landmarks(index -> new Point(100 * (index % 2), 100 * (index / 34)));
        return Framing.share(square.through(move), new FaceRecord.Origin(0, 0, 400, 400));
    }

    private static BufferedImage rows(IntUnaryOperator color) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                picture.setRGB(x, y, color.applyAsInt(y));
            }
        }
        return picture;
    }

    private static BufferedImage noise() {
        var random = new Random(7);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                var gray = Math.max(0, Math.min(255, (int) (128 + 30 * random.nextGaussian())));
                picture.setRGB(x, y, new Color(gray, gray, gray).getRGB());
            }
        }
        return picture;
    }
}
