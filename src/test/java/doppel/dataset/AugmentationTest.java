package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final CropOptions CROP = CropOptions.training(64);
    private static final TrainingFaces PALE =
            SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.picture(new Color(230, 190, 170)));
    private static final TrainingFaces DARK =
            SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.picture(new Color(120, 90, 70)));

    @Test
    void aFlipMirrorsPictureAndWeights() throws InterruptedException {
        var oval = SketchedFaces.of(SketchedFaces.oval(), CROP, SketchedFaces.picture(new Color(230, 190, 170)));
        var straight = BatchPixels.first(oval, DARK, AugmentOptions.none(), 1, 7);
        var mirrored = BatchPixels.first(oval, DARK, AugmentOptions.none().withFlip(1), 1, 7);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                var here = 3 * (y * 64 + x);
                var there = 3 * (y * 64 + 63 - x);
                // the cut samples between other pixels when it runs the other way
                assertEquals(straight.target()[here + 1] & 255, mirrored.target()[there + 1] & 255, 1.0);
                assertEquals(straight.weights()[here / 3], mirrored.weights()[there / 3], 0.04);
            }
        }
        assertFalse(Arrays.equals(straight.targetOf(0), mirrored.targetOf(0)));
    }

    @Test
    void recoloringGivesAFaceTheMeanAndSpreadOfTheOtherSide() throws InterruptedException {
        var pixels = BatchPixels.first(PALE, DARK, AugmentOptions.none().withRecoloring(1), 1, 7);
        var plain = BatchPixels.first(PALE, DARK, AugmentOptions.none(), 1, 7);
        var paleLikeDark = statistics(pixels.targetOf(0));
        var dark = statistics(plain.targetOf(1));
        // half a level of rounding, and black pixels that cannot get darker
        assertArrayEquals(dark.mean(), paleLikeDark.mean(), 0.5);
        assertArrayEquals(dark.spread(), paleLikeDark.spread(), 1.0);
        assertTrue(statistics(plain.targetOf(0)).mean()[0] > dark.mean()[0] + 15);
    }

    @Test
    void grayFacesStayGray() throws InterruptedException {
        var gray = SketchedFaces.of(SketchedFaces.oval(), CROP, gray(230));
        var darker = SketchedFaces.of(SketchedFaces.oval(), CROP, gray(120));
        var target = BatchPixels.first(gray, darker, AugmentOptions.none().withRecoloring(1), 1, 7)
                .targetOf(0);
        for (int i = 0; i < target.length; i += 3) {
            assertEquals(target[i] & 255, target[i + 1] & 255, 2);
            assertEquals(target[i] & 255, target[i + 2] & 255, 2);
        }
    }

    @Test
    void recoloringChangesInputAndTargetAlike() throws InterruptedException {
        var pixels = BatchPixels.first(PALE, DARK, AugmentOptions.none().withRecoloring(1), 3, 7);
        assertArrayEquals(pixels.target(), pixels.input());
    }

    /** faceswap: with bytes, a draw r of 0 or more gives {@code v + (255 - v) r}, a negative one {@code v (1 + r)}. */
    @Test
    void theJitterIsTheRuleOfFaceswapOnBytes() {
        var options = AugmentOptions.none().withLightness(0.3).withColor(0.08);
        for (long seed = 0; seed < 50; seed++) {
            var change = ColorJitter.draw(options, new SplittableRandom(seed));
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 3; i++) {
                var share = (2 * random.nextDouble() - 1) * (i == 0 ? 0.3 : 0.08);
                for (double value : new double[] {0, 40, 128, 200, 255}) {
                    var expected = share >= 0 ? value + (255 - value) * share : value * (1 + share);
                    var ours = i == 0 ? value / 2.55 : value - 128;
                    var changed = change.gain()[i] * ours + change.offset()[i];
                    assertEquals(expected, i == 0 ? changed * 2.55 : changed + 128, 1e-9);
                }
            }
        }
    }

    @Test
    void aChangeOfLabChangesAKnownColorAsItShould() {
        try (var scope = new PointerScope()) {
            // the gray 128 is L* 53.59; half as light is the gray 63.3
            var gray = new Mat(64, 64, opencv_core.CV_8UC3, Scalar.all(128));
            var changer = new ColorChanger(64);
            changer.draw(new ColorChange(new double[] {0.5, 1, 1}, new double[3]), false, new SplittableRandom(1));
            changer.apply(gray);
            var bytes = new byte[3];
            gray.data().get(bytes);
            assertEquals(63.3, bytes[0] & 255, 0.75);
            assertEquals(63.3, bytes[2] & 255, 0.75);
            // with an a* of 20 it is 161.3, 115.6, 128.7
            var pink = new Mat(64, 64, opencv_core.CV_8UC3, Scalar.all(128));
            changer.draw(
                    new ColorChange(new double[] {1, 1, 1}, new double[] {0, 20, 0}), false, new SplittableRandom(1));
            changer.apply(pink);
            pink.data().get(bytes);
            assertEquals(161.3, bytes[0] & 255, 0.75);
            assertEquals(115.6, bytes[1] & 255, 0.75);
            assertEquals(128.7, bytes[2] & 255, 0.75);
        }
    }

    @Test
    void lightnessMovesUpToItsShareOfTheWay() {
        var options = AugmentOptions.none().withLightness(0.3).withColor(0.08);
        var random = new SplittableRandom(5);
        double lightest = 50;
        double darkest = 50;
        double reddest = 0;
        for (int i = 0; i < 2000; i++) {
            var change = ColorJitter.draw(options, random);
            lightest = Math.max(lightest, change.gain()[0] * 50 + change.offset()[0]);
            darkest = Math.min(darkest, change.gain()[0] * 50 + change.offset()[0]);
            reddest = Math.max(reddest, change.offset()[1]);
            assertTrue(change.gain()[0] * 100 + change.offset()[0] <= 100 + 1e-9);
            assertTrue(change.offset()[0] >= 0);
        }
        assertEquals(50 + 0.3 * 50, lightest, 0.1);
        assertEquals(50 - 0.3 * 50, darkest, 0.1);
        assertEquals(0.08 * 127, reddest, 0.1);
    }

    @Test
    void aTurnKeepsTheCenterAndStaysInItsRange() {
        var options = AugmentOptions.none().withRotationDegrees(10).withZoom(0.05);
        var random = new SplittableRandom(5);
        double widest = 0;
        for (int i = 0; i < 2000; i++) {
            var move = AffineJitter.draw(options, 64, random);
            assertEquals(0, move.apply(new Point(32, 32)).distanceTo(new Point(32, 32)), 1e-9);
            assertEquals(1, move.scale(), 0.05 + 1e-9);
            widest = Math.max(widest, Math.abs(move.degrees()));
        }
        assertEquals(10, widest, 0.1);
    }

    /** Red says how far right a pixel of the stored face was, green how far down. */
    @Test
    void everyPixelComesFromWhereTheMoveSays() throws InterruptedException {
        var places = SketchedFaces.of(SketchedFaces.full(), CROP, SketchedFaces.places());
        var options = AugmentOptions.none()
                .withRotationDegrees(10)
                .withZoom(0.05)
                .withShift(0.05)
                .withFlip(0.5);
        var mirrored = new HashSet<Boolean>();
        for (long seed = 1; seed <= 8; seed++) {
            var dice = Dice.of(Dice.of(seed, 1));
            var back = AffineJitter.draw(options, 64, dice.move()).inverse();
            var mirror = dice.flip().nextDouble() < 0.5;
            mirrored.add(mirror);
            var toStored = back.then(CROP.fromFaceUnits().inverse()).then(SketchedFaces.STORED.fromFaceUnits());
            var target = BatchPixels.first(places, places, options, 1, seed).targetOf(0);
            for (int y = 8; y < 56; y++) {
                for (int x = 8; x < 56; x++) {
                    var from = toStored.apply(new Point(mirror ? 63.5 - x : x + 0.5, y + 0.5));
                    assertEquals(from.x() - 0.5, target[3 * (y * 64 + x)] & 255, 0.75);
                    assertEquals(from.y() - 0.5, target[3 * (y * 64 + x) + 1] & 255, 0.75);
                }
            }
        }
        assertEquals(2, mirrored.size());
    }

    @Test
    void aShiftMovesTheFaceByThatManyPixels() throws InterruptedException {
        // at a shift of up to one half, the same draw moves twice as far as at one quarter
        var random = new SplittableRandom(9);
        var small = AffineJitter.draw(AugmentOptions.none().withShift(0.25), 64, new SplittableRandom(9));
        var large = AffineJitter.draw(AugmentOptions.none().withShift(0.5), 64, random);
        assertEquals(2 * small.dx(), large.dx(), 1e-9);
        assertTrue(Math.abs(large.dx()) <= 32 && Math.abs(large.dy()) <= 32);
    }

    @Test
    void theWeightsMoveWithTheFace() throws InterruptedException {
        var oval = SketchedFaces.of(SketchedFaces.oval(), CROP, SketchedFaces.picture(Color.PINK));
        var options = AugmentOptions.none().withShift(0.1);
        var pixels = BatchPixels.first(oval, oval, options, 1, 11);
        var plain = BatchPixels.first(oval, oval, AugmentOptions.none(), 1, 11);
        var faceMoved = center(pixels, true).minus(center(plain, true));
        var weightsMoved = center(pixels, false).minus(center(plain, false));
        assertTrue(faceMoved.distanceTo(new Point(0, 0)) > 1, "moved by " + faceMoved);
        assertEquals(0, faceMoved.distanceTo(weightsMoved), 0.5);
    }

    @Test
    void evenedContrastChangesTargetAndInput() throws InterruptedException {
        var evened = BatchPixels.first(PALE, DARK, AugmentOptions.none().withContrast(1), 2, 7);
        var plain = BatchPixels.first(PALE, DARK, AugmentOptions.none(), 2, 7);
        assertFalse(Arrays.equals(plain.target(), evened.target()));
        assertArrayEquals(evened.target(), evened.input());
    }

    /** The center of the black eye in the picture, or of what it weighs beyond the skin, both of face 0. */
    private static Point center(BatchPixels pixels, boolean inPicture) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < 64 * 64; i++) {
            var isEye = i % 64 < 32 && i / 64 < 32;
            var share = inPicture ? 1 - (pixels.target()[3 * i] & 255) / 100.0 : pixels.weights()[i] - 1;
            if (isEye && share > 0) {
                x += share * (i % 64);
                y += share * (i / 64);
                sum += share;
            }
        }
        return new Point(x / sum, y / sum);
    }

    private static BufferedImage gray(int most) {
        var picture = new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 256 * 256; i++) {
            var value = most * (i % 256) / 255;
            picture.setRGB(i % 256, i / 256, new Color(value, value, value).getRGB());
        }
        return picture;
    }

    private static LabStatistics statistics(byte[] rgb) {
        try (var scope = new PointerScope()) {
            var mat = new Mat(64, 64, opencv_core.CV_8UC3, new BytePointer(rgb));
            return LabStatistics.of(mat, Mat.ones(64, 64, opencv_core.CV_8U).asMat());
        }
    }
}
