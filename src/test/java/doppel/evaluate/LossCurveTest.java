package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.train.OptionChange;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;

class LossCurveTest {

    @Test
    void personAIsBlueAndPersonBVermilion() throws IOException {
        var chart = draw(300);
        assertEquals(LossCurve.WIDTH, chart.getWidth());
        assertEquals(LossCurve.HEIGHT, chart.getHeight());
        assertTrue(count(chart, LossCurve.A) > 500);
        assertTrue(count(chart, LossCurve.B) > 500);
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
    void theLossesAsTheyWereAreBehindTheSmoothedOnes() {
        var chart = LossCurve.of(Pictures.history(1003)).chart();
        assertEquals(
                List.of("A as it was", "B as it was", "person A", "person B"),
                List.copyOf(chart.getSeriesMap().keySet()));
        var raw = chart.getSeriesMap().get("A as it was");
        assertEquals(LossCurve.MOST_POINTS, raw.getXData().length);
        assertEquals(1, raw.getXData()[0]);
        assertEquals(1003, raw.getXData()[LossCurve.MOST_POINTS - 1]);
        assertEquals(1.0 / 1003, raw.getYData()[LossCurve.MOST_POINTS - 1], 1e-6);
        var smooth = chart.getSeriesMap().get("person A").getYData();
        assertTrue(smooth[LossCurve.MOST_POINTS - 1] > 1.0 / 1003, "a mean of falling losses lies above the last");
    }

    @Test
    void minutesAreDrawnWhereTheyAreAskedFor() {
        var chart = LossCurve.of(Pictures.history(60)).withMinutes().chart();
        assertEquals("minutes", chart.getXAxisTitle());
        assertEquals(0.1, chart.getSeriesMap().get("person B").getXData()[59], 1e-9);
    }

    @Test
    void aChangeOfHowTheRunLearnsIsMarkedAndOneOfIntervalsIsNot() {
        var curve = LossCurve.of(Pictures.history(50));
        var plain = picture(curve);
        var interval = new OptionChange(20, 2, "previewSeconds", "15.0", "30.0");
        assertEquals(0, difference(plain, picture(curve.withChanges(List.of(interval)))));
        var warp = new OptionChange(20, 2, "learn.augment.warp", "0.02", "0.0");
        assertTrue(difference(plain, picture(curve.withChanges(List.of(warp)))) > 100);
    }

    @Test
    void withoutAStepThereIsNothingToDraw() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> LossCurve.of(List.of()));
        assertEquals("there is no loss to draw: train at least one step", refusal.getMessage());
    }

    private static BufferedImage draw(int steps) throws IOException {
        var png = LossCurve.of(Pictures.history(steps)).png(Color.BLACK, Color.WHITE);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static BufferedImage picture(LossCurve curve) {
        return BitmapEncoder.getBufferedImage(curve.chart());
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        var count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    /** The row of the blue line at this share of the width. */
    private static int heightOfA(BufferedImage chart, double across) {
        var x = (int) (across * chart.getWidth());
        for (int y = chart.getHeight() / 6; y < chart.getHeight(); y++) {
            if (near(chart.getRGB(x, y), LossCurve.A)) {
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
