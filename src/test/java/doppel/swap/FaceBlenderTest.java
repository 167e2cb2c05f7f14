package doppel.swap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.AlignedFace;
import doppel.align.CropOptions;
import doppel.align.HeadPose;
import doppel.detect.DetectedFace;
import doppel.extract.FoundFace;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import doppel.model.Side;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaceBlenderTest {

    private static final CropOptions CROP = CropOptions.training(64);
    private static final SwapOptions PLAIN = new SwapOptions(Side.A, ColorMatch.NONE, 0.03, 0);

    private final BufferedImage frame = noise(320, 240);

    @Test
    void defect19_outsideOfTheMaskTheFrameKeepsItsBytes() {
        var face = face(Similarity.turning(12, 1 / 90.0).then(Similarity.shifting(-0.8, -0.9)), disk(0.3));
        var result = new FaceBlender(PLAIN).blend(frame, face, filled(64, 200), CROP);
        var reach = reach(face, 0.3 + 4 * PLAIN.feather());
        var touched = 0;
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                var same = frame.getRGB(x, y) == result.getRGB(x, y);
                if (!reach.at(x, y)) {
                    assertTrue(same, "changed at " + x + ", " + y);
                }
                touched += same ? 0 : 1;
            }
        }
        assertTrue(touched > 1000, "only " + touched + " pixels were painted");
    }

    @Test
    void defect19_theEdgeIsSoft() {
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(-1, -0.7)), disk(0.3));
        var black = filled(320, 240, 0);
        var result = new FaceBlender(PLAIN).blend(black, face, filled(64, 200), CROP);
        var steps = 0;
        for (int x = 60; x < 160; x++) {
            var value = result.getRaster().getSample(x, 120, 0);
            steps += value > 10 && value < 190 ? 1 : 0;
        }
        assertTrue(steps >= 4, "the edge is %d pixels wide".formatted(steps));
    }

    @Test
    void defect23_theFrameThatComesInIsLeftAsItIs() {
        var before = bytes(frame).clone();
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(-1, -0.7)), disk(0.3));
        var result = new FaceBlender(PLAIN).blend(frame, face, filled(64, 0), CROP);
        assertArrayEquals(before, bytes(frame));
        assertNotSame(frame, result);
    }

    /** The book enlarges 64 pixels to 256 by repeating each of them: 4 x 4 blocks. */
    @Test
    void defect17_aSmallFaceIsEnlargedSmoothly() {
        var face = face(Similarity.scaling(1 / 160.0).then(Similarity.shifting(-0.5, -0.3)), Mask.filled(256, 256, 1));
        var result = new FaceBlender(PLAIN).blend(frame, face, ramp(64), CROP);
        var repeats = 0;
        for (int x = 120; x < 200; x++) {
            repeats += result.getRaster().getSample(x, 120, 0)
                            == result.getRaster().getSample(x + 1, 120, 0)
                    ? 1
                    : 0;
        }
        assertTrue(repeats < 30, "%d of 80 neighbors are equal".formatted(repeats));
    }

    @Test
    void defect36_widthAndHeightAreNotExchanged() {
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(-1, -0.7)), disk(0.3));
        var result = new FaceBlender(PLAIN).blend(frame, face, filled(64, 0), CROP);
        assertEquals(320, result.getWidth());
        assertEquals(240, result.getHeight());
    }

    /** Pasting a face into the place it was cut from gives the frame back. */
    @Test
    void cutAndPasteIsARoundTrip() {
        var smooth = smooth(320, 240);
        var toFaceUnits = Similarity.turning(-8, 1 / 70.0).then(Similarity.shifting(-1.6, -0.7));
        var face = face(toFaceUnits, disk(0.35));
        var cut = Warp.picture(smooth, toFaceUnits.then(CROP.fromFaceUnits()), 64, 64, Warp.Outside.EDGE);
        var result = new FaceBlender(SwapOptions.standard()).blend(smooth, face, cut, CROP);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                assertEquals(
                        smooth.getRaster().getSample(x, y, 1),
                        result.getRaster().getSample(x, y, 1),
                        5);
            }
        }
    }

    @Test
    void aFaceHalfOutsideOfTheFrameIsBlendedAsFarAsItIsSeen() {
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(0.5, 0.5)), disk(0.4));
        var result = new FaceBlender(PLAIN).blend(frame, face, filled(64, 255), CROP);
        assertEquals(255, result.getRaster().getSample(2, 2, 0));
        assertEquals(frame.getRGB(319, 239), result.getRGB(319, 239));
    }

    @Test
    void aWiderFeatherIsWider() {
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(-1, -0.7)), disk(0.3));
        assertTrue(softPixels(PLAIN.withFeather(0.08), face) > 1.5 * softPixels(PLAIN.withFeather(0.02), face));
    }

    @Test
    void erodingPaintsLess() {
        var face = face(Similarity.scaling(1 / 100.0).then(Similarity.shifting(-1, -0.7)), disk(0.3));
        assertTrue(painted(PLAIN.withErode(0.1), face) < 0.9 * painted(PLAIN, face));
    }

    private int softPixels(SwapOptions options, FoundFace face) {
        var result = new FaceBlender(options).blend(filled(320, 240, 0), face, filled(64, 200), CROP);
        var count = 0;
        for (var value : bytes(result)) {
            count += (value & 255) > 5 && (value & 255) < 195 ? 1 : 0;
        }
        return count;
    }

    private double painted(SwapOptions options, FoundFace face) {
        double sum = 0;
        for (var value : bytes(new FaceBlender(options).blend(filled(320, 240, 0), face, filled(64, 200), CROP))) {
            sum += value & 255;
        }
        return sum;
    }

    private interface Reach {
        boolean at(int x, int y);
    }

    private static Reach reach(FoundFace face, double radius) {
        return (x, y) -> face.toFaceUnits().apply(new Point(x + 0.5, y + 0.5)).distanceTo(new Point(0.5, 0.5)) < radius;
    }

    /** A face whose mask is given in the stored crop; the landmarks play no part in blending. */
    private static FoundFace face(Similarity toFaceUnits, Mask mask) {
        var stored = CropOptions.stored();
        var aligned =
                new AlignedFace(filled(stored.size(), stored.size(), 90), toFaceUnits.then(stored.fromFaceUnits()));
        return new FoundFace(
                new DetectedFace(new Box(0, 0, 1, 1), 1, Collections.nCopies(6, new Point(0, 0))),
                new Landmarks(Collections.nCopies(68, new Point(0, 0))),
                toFaceUnits,
                new HeadPose(0, 0, 0),
                aligned,
                mask);
    }

    /** A round mask about the middle of the face, radius in face units. */
    private static Mask disk(double radius) {
        var crop = CropOptions.stored();
        var bytes = new byte[crop.size() * crop.size()];
        var toUnits = crop.fromFaceUnits().inverse();
        for (int i = 0; i < bytes.length; i++) {
            var point = toUnits.apply(new Point(i % crop.size() + 0.5, i / crop.size() + 0.5));
            bytes[i] = (byte) (point.distanceTo(new Point(0.5, 0.5)) < radius ? 255 : 0);
        }
        return new Mask(crop.size(), crop.size(), bytes);
    }

    private static BufferedImage noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var random = new SplittableRandom(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return picture;
    }

    private static BufferedImage smooth(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (int) (128 + 80 * Math.sin(x / 25.0) * Math.cos(y / 30.0)) << 8 | 0x400040);
            }
        }
        return picture;
    }

    private static BufferedImage ramp(int size) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, x * 255 / size * 0x10101);
            }
        }
        return picture;
    }

    private static BufferedImage filled(int size, int gray) {
        return filled(size, size, gray);
    }

    private static BufferedImage filled(int width, int height, int gray) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, gray * 0x10101);
            }
        }
        return picture;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
