package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.train.TrainStep;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LossChartTest {

    @Test
    void personAIsBlueAndPersonBVermilion() throws IOException {
        var chart = draw(300);
        assertEquals(LossChart.WIDTH, chart.getWidth());
        assertEquals(LossChart.HEIGHT, chart.getHeight());
        assertTrue(count(chart, new Color(0x0072B2)) > 500);
        assertTrue(count(chart, new Color(0xD55E00)) > 500);
    }

    /** Losses of 1 / step: on a logarithmic axis half of the fall is drawn in the last nine tenths of the steps. */
    @Test
    void theAxisIsLogarithmic() throws IOException {
        var chart = draw(100);
        var first = heightOfA(chart, 0.30);
        var last = heightOfA(chart, 0.95);
        // from step 25 to step 95 the loss falls by log10(95 / 25) = 0.58 of 2.3 decades; linearly it would by 0.03
        assertTrue(last - first > 0.15 * chart.getHeight(), first + " to " + last);
    }

    @Test
    void manyStepsAreThinnedToTheirMeans() {
        var history = Pictures.history(1003);
        var steps = LossChart.thinned(history, TrainStep::step);
        assertEquals(LossChart.MOST_POINTS, steps.length);
        assertEquals(502, Arrays.stream(steps).average().orElseThrow(), 1);
        assertTrue(steps[0] < 4 && steps[steps.length - 1] > 999);
    }

    @Test
    void fewStepsAreDrawnAsTheyAre() {
        var losses = LossChart.thinned(Pictures.history(3), TrainStep::lossB);
        assertEquals(3, losses.length);
        assertEquals(2.0 / 3, losses[2], 1e-6);
    }

    private static BufferedImage draw(int steps) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(LossChart.png(Pictures.history(steps), Color.BLACK, Color.WHITE)));
    }

    /** The row of the blue line at this share of the width. */
    private static int heightOfA(BufferedImage chart, double across) {
        var x = (int) (across * chart.getWidth());
        for (int y = chart.getHeight() / 6; y < chart.getHeight(); y++) {
            if (near(chart.getRGB(x, y), new Color(0x0072B2))) {
                return y;
            }
        }
        throw new AssertionError("no blue line at " + x);
    }

    private static int count(BufferedImage chart, Color color) {
        var count = 0;
        for (int y = 0; y < chart.getHeight(); y++) {
            for (int x = 0; x < chart.getWidth(); x++) {
                count += near(chart.getRGB(x, y), color) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(int rgb, Color color) {
        var found = new Color(rgb);
        return Math.abs(found.getRed() - color.getRed()) < 12
                && Math.abs(found.getGreen() - color.getGreen()) < 12
                && Math.abs(found.getBlue() - color.getBlue()) < 12;
    }
}
