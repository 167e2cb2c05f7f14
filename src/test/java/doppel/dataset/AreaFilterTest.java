package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AreaFilterTest {

    @Test
    void filterAndCutTogetherAreAsWideAsThePixel() {
        for (double scale = 1.5; scale < 9; scale += 0.13) {
            var kernel = AreaFilter.kernel(scale);
            var middle = kernel.length / 2;
            double variance = 0;
            for (int i = 0; i < kernel.length; i++) {
                variance += kernel[i] * (i - middle) * (i - middle);
                assertTrue(kernel[i] >= 0 && kernel[i] <= kernel[middle] + 1e-12, "scale " + scale);
            }
            assertEquals(1, Arrays.stream(kernel).sum(), 1e-9);
            assertEquals(scale * scale / 12, variance + 1.0 / 6, 1e-9);
        }
    }

    /** At a scale of 4: variance 7/6, so three whole pixels and 9/34 of the next one on either side. */
    @Test
    void atAScaleOfFourAPixelAndAQuarterOfTheNextAreTaken() {
        var part = 9.0 / 34;
        var sum = 3 + 2 * part;
        assertArrayEquals(
                new double[] {part / sum, 1 / sum, 1 / sum, 1 / sum, part / sum}, AreaFilter.kernel(4), 1e-12);
    }

    @Test
    void aPictureThatIsEnlargedIsNotFiltered() {
        assertArrayEquals(new double[] {0, 1, 0}, AreaFilter.kernel(0.66), 0);
        assertArrayEquals(new double[] {0, 1, 0}, AreaFilter.kernel(1.4), 0);
    }
}
