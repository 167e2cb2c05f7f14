package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.image.Mask;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingFacesTest {

    /** Shows the same as the stored picture, at half and at a quarter of its size. */
    private static final CropOptions HALF = CropOptions.stored().withSize(128);

    private static final CropOptions QUARTER = CropOptions.stored().withSize(64);

    /** Not quite: 0.042, 0.458, 0.458, 0.042 of four pixels in a row. */
    @Test
    void aCropOfHalfTheSizeIsNearlyTheMeanOfTwoTimesTwoPixels() {
        var noise = SketchedFaces.noise(3);
        var crop = SketchedFaces.of(SketchedFaces.full(), HALF, noise).picture(0);
        double[] shares = {1 / 24.0, 11 / 24.0, 11 / 24.0, 1 / 24.0};
        for (int y = 1; y < 127; y++) {
            for (int x = 1; x < 127; x++) {
                double sum = 0;
                for (int i = 0; i < 16; i++) {
                    var sample = noise.getRaster().getSample(2 * x - 1 + i % 4, 2 * y - 1 + i / 4, 1);
                    sum += shares[i % 4] * shares[i / 4] * sample;
                }
                assertEquals(sum, crop.getRaster().getSample(x, y, 1), 1.5);
            }
        }
    }

    @Test
    void defect27_shrinkingAveragesInsteadOfSkippingPixels() {
        var stripes = new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x += 4) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        var crop = SketchedFaces.of(SketchedFaces.full(), QUARTER, stripes).picture(0);
        for (int x = 1; x < 63; x++) {
            // one pixel in four is white; whoever takes one pixel in four sees all white or all black
            assertEquals(255 / 4.0, crop.getRaster().getSample(x, 30, 0), 10);
        }
    }

    @Test
    void theTrainingCropLeavesOneStoredPixelOutNowhere() {
        var noise = SketchedFaces.noise(4);
        var crop = SketchedFaces.of(SketchedFaces.full(), CropOptions.training(64), noise)
                .picture(0);
        // uniform noise has a spread of 73.9; a mean over (256 / 64 * 0.76 / 0.5)^-1 = 2.63 pixels a side has 28.1,
        // four taps a pixel reach 35, one tap 73.9
        var values = IntStream.range(0, 64 * 64)
                .mapToDouble(i -> crop.getRaster().getSample(i % 64, i / 64, 1))
                .toArray();
        var mean = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .getAsDouble();
        var spread = Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> Math.pow(values[i] - mean, 2))
                .average()
                .getAsDouble());
        assertEquals(127.5, mean, 2);
        assertTrue(spread > 20 && spread < 36, "spread " + spread);
    }

    @Test
    void defect28_aFaceIsDecodedOnceAndSmall() {
        var face = TrainingFace.cut(
                "face 0",
                SketchedFaces.picture(Color.PINK),
                SketchedFaces.full(),
                SketchedFaces.STORED
                        .fromFaceUnits()
                        .inverse()
                        .apply(SketchedFaces.landmarks().points()),
                CropWindow.of(SketchedFaces.STORED, CropOptions.training(64)));
        var bytes = face.pixels().length + face.parts().length + Float.BYTES * face.landmarks().length;
        assertTrue(5000L * bytes < 800_000_000, "5,000 faces would take " + 5000L * bytes + " bytes");
    }

    @Test
    void aCropThatReachesOutOfTheStoredFaceRepeatsItsEdge() {
        var wide = new CropOptions(64, 0.3, 0);
        var crop = SketchedFaces.of(SketchedFaces.full(), wide, SketchedFaces.picture(Color.PINK))
                .picture(0);
        assertEquals(crop.getRGB(6, 0), crop.getRGB(6, 10));
    }

    @Test
    void anEmptySideIsRefused() {
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> TrainingFaces.of(List.of(), List.of(), List.of(), SketchedFaces.STORED, QUARTER));
        assertEquals(
                "training needs pictures with one mask and one set of landmarks each, got 0, 0 and 0",
                fault.getMessage());
    }

    @Test
    void aFaceOfAnotherSizeIsRefusedByName() {
        var small = new BufferedImage(60, 64, BufferedImage.TYPE_3BYTE_BGR);
        var fault = assertThrows(
                IllegalArgumentException.class, () -> SketchedFaces.of(SketchedFaces.full(), QUARTER, small));
        assertEquals(
                "the picture of face 0 is 60 x 64, but its faces are stored at 256 x 256: extract again",
                fault.getMessage());
    }

    @Test
    void aFaceWithAnEmptyMaskIsRefusedByName() {
        var empty = Mask.filled(256, 256, 0);
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> SketchedFaces.of(empty, QUARTER, SketchedFaces.picture(Color.PINK)));
        assertEquals("face 0 has an empty mask: leave it out, or extract its clip again", fault.getMessage());
    }
}
