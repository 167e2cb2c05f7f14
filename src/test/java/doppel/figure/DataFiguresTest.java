package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.evaluate.Psnr;
import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The figures of chapters 3 and 4 that can be drawn without a face. */
class DataFiguresTest {

    @Test
    void mixingIsShownByNumbersAndByLight() {
        var cells = LinearProof.mixing().cells();
        assertEquals(9, cells.size());
        assertEquals(0xFF808080, cells.get(1).picture().getRGB(5, 5));
        assertEquals(0xFFBCBCBC, cells.get(2).picture().getRGB(5, 5));
    }

    @Test
    void shrinkingByNumbersLosesLight() {
        var cells = LinearProof.shrinking().cells();
        assertTrue(mean(cells.get(0).picture()) < 0.9 * mean(cells.get(1).picture()));
    }

    @Test
    void aDistributionHasOneSeriesAPersonAndAddsUp() {
        var chart =
                Distribution.of("x (unit)", "faces (%)", List.of("a", "b"), new double[] {1, 2, 3}, new double[] {3});
        assertEquals(List.of("a", "b"), List.copyOf(chart.getSeriesMap().keySet()));
        var y = chart.getSeriesMap().get("a").getYData();
        double sum = 0;
        for (int i = 1; i < y.length - 1; i += 2) {
            sum += y[i];
        }
        assertEquals(100, sum, 1e-9);
    }

    @Test
    void theTransferCurvesEndInWhite() {
        for (var series : TransferCurve.of().getSeriesMap().values()) {
            assertEquals(0, series.getYData()[0], 1e-9);
            assertEquals(255, series.getYData()[255], 1e-9);
        }
    }

    @Test
    void enlargingBringsNothingBack() {
        var random = new Random(1);
        var noise = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64 * 64; i++) {
            noise.setRGB(i % 64, i / 64, random.nextInt(0x1000000));
        }
        var whole = Mask.filled(64, 64, 1);
        var twice = Psnr.inside(Upscaling.again(noise, 2), noise, whole);
        var eight = Psnr.inside(Upscaling.again(noise, 8), noise, whole);
        assertTrue(eight < twice && twice < 20, "%.1f dB and %.1f dB".formatted(eight, twice));
        assertEquals(64, Upscaling.again(noise, 8).getWidth());
    }

    @Test
    void theFaultsOfTheDirtyClipAreKnown() throws Exception {
        var samples = Path.of("data", "samples");
        var labels = samples.resolve("actor-a-dirty.labels.jsonl");
        assertEquals(150, FaultSheet.faults(labels).size());
        var sheet = FaultSheet.of(samples.resolve("actor-a-dirty.mp4"), labels);
        assertEquals(9, sheet.cells().size());
        assertTrue(sheet.cells().stream().anyMatch(cell -> cell.caption().startsWith("second-face x ")));
    }

    private static double mean(BufferedImage picture) {
        var bgr = Mats.bgr(picture);
        double sum = 0;
        for (int y = 0; y < bgr.getHeight(); y++) {
            for (int x = 0; x < bgr.getWidth(); x++) {
                sum += bgr.getRGB(x, y) & 255;
            }
        }
        return sum / bgr.getWidth() / bgr.getHeight();
    }
}
