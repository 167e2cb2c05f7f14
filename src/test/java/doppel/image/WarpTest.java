package doppel.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.junit.jupiter.api.Test;

class WarpTest {

    @Test
    void theIdentityChangesNoByte() {
        var picture = ramp(31, 17);
        var same = Warp.picture(picture, Similarity.identity(), 31, 17, Warp.Outside.EDGE);
        assertArrayEquals(bytes(picture), bytes(same));
    }

    /** Sizes change by multiplication alone, because coordinates start at the corner of the first pixel. */
    @Test
    void halvingAveragesFourPixels() {
        var picture = checkerboard(64);
        var half = Warp.picture(picture, Similarity.scaling(0.5), 32, 32, Warp.Outside.EDGE);
        for (int x = 2; x < 30; x++) {
            assertEquals(127.5, half.getRaster().getSample(x, 16, 0), 1.0);
        }
    }

    @Test
    void defect27_shrinkingDoesNotSkipPixels() {
        var stripes = new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x += 4) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        var small = Warp.picture(stripes, Similarity.scaling(0.25), 64, 64, Warp.Outside.EDGE);
        for (int x = 2; x < 62; x++) {
            assertEquals(255 / 4.0, small.getRaster().getSample(x, 30, 0), 2.0);
        }
    }

    /** OpenCV's flag for the way back means the nearest pixel unless an interpolation is named beside it. */
    @Test
    void defect18_theWayBackInterpolates() {
        var small = ramp(16, 16);
        var large = Warp.picture(small, Similarity.scaling(4), 64, 64, Warp.Outside.EDGE);
        var equalNeighbors = 0;
        for (int x = 8; x < 56; x++) {
            if (large.getRaster().getSample(x, 32, 0) == large.getRaster().getSample(x + 1, 32, 0)) {
                equalNeighbors++;
            }
        }
        assertTrue(equalNeighbors < 12, "the nearest pixel would repeat 36 of 48 neighbors, got " + equalNeighbors);
    }

    @Test
    void thereAndBackIsNearlyTheSamePicture() {
        var picture = smooth(96);
        var move = Similarity.turning(20, 1.4).then(Similarity.shifting(40, 10));
        var there = Warp.picture(picture, move, 220, 220, Warp.Outside.EDGE);
        var back = Warp.picture(there, move.inverse(), 96, 96, Warp.Outside.EDGE);
        for (int i = 20; i < 76; i++) {
            assertEquals(
                    picture.getRaster().getSample(i, 48, 1), back.getRaster().getSample(i, 48, 1), 2.0);
        }
    }

    @Test
    void outsideIsBlackOrTheEdgeRepeated() {
        var picture = filled(8, 200);
        var shifted = Similarity.shifting(4, 0);
        var black = Warp.picture(picture, shifted, 8, 8, Warp.Outside.BLACK);
        var edge = Warp.picture(picture, shifted, 8, 8, Warp.Outside.EDGE);
        assertEquals(0, black.getRaster().getSample(1, 4, 0));
        assertEquals(200, edge.getRaster().getSample(1, 4, 0));
    }

    @Test
    void theNearestPixelRepeatsItself() {
        var large = Warp.resize(ramp(16, 16), 64, 64, Resampling.NEAREST);
        for (int x = 0; x < 64; x++) {
            assertEquals(
                    ramp(16, 16).getRaster().getSample(x / 4, 8, 0),
                    large.getRaster().getSample(x, 32, 0));
        }
    }

    @Test
    void withoutAChoiceEnlargingIsCubicAndShrinkingAverages() {
        var picture = ramp(32, 32);
        assertArrayEquals(bytes(Warp.resize(picture, 80, 80, Resampling.CUBIC)), bytes(Warp.resize(picture, 80, 80)));
        assertArrayEquals(bytes(Warp.resize(picture, 11, 11, Resampling.AREA)), bytes(Warp.resize(picture, 11, 11)));
    }

    /** The book's way back resamples like this: ours must be another picture. */
    @Test
    void defect18_theWayBackIsNotTheNearestPixel() {
        var picture = smooth(64);
        var move = Similarity.turning(7, 2.3);
        var ours = Warp.picture(picture, move, 140, 140, Warp.Outside.EDGE);
        var nearest = Warp.picture(picture, move, 140, 140, Warp.Outside.EDGE, Resampling.NEAREST);
        var linear = Warp.picture(picture, move, 140, 140, Warp.Outside.EDGE, Resampling.LINEAR);
        assertTrue(difference(ours, nearest) > 3 * difference(ours, linear), "ours is as rough as the nearest pixel");
    }

    @Test
    void turningByAreaIsRefusedWithTheRemedy() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> Warp.picture(ramp(8, 8), Similarity.identity(), 8, 8, Warp.Outside.EDGE, Resampling.AREA));
        assertTrue(refusal.getMessage().contains("leave the resampling out"), refusal.getMessage());
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        var ours = bytes(one);
        var theirs = bytes(other);
        double sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += Math.abs((ours[i] & 255) - (theirs[i] & 255));
        }
        return sum / ours.length;
    }

    private static BufferedImage ramp(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (x * 7) << 16 | (x * 13 & 255) << 8 | (x * 8 + y));
            }
        }
        return picture;
    }

    private static BufferedImage checkerboard(int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, (x + y) % 2 == 0 ? 0xffffff : 0);
            }
        }
        return picture;
    }

    private static BufferedImage smooth(int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, (int) (128 + 100 * Math.sin(x / 12.0) * Math.cos(y / 15.0)) << 8);
            }
        }
        return picture;
    }

    private static BufferedImage filled(int size, int gray) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, gray << 16 | gray << 8 | gray);
            }
        }
        return picture;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
