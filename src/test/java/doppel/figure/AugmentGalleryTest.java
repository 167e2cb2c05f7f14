package doppel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.dataset.AugmentOptions;
import doppel.dataset.AugmentedFace;
import doppel.dataset.Emphasis;
import doppel.dataset.TrainingFaces;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AugmentGalleryTest {

    private static final CropOptions STORED = CropOptions.stored();
    private static final TrainingFaces A = face(new Color(220, 180, 150));
    private static final TrainingFaces B = face(new Color(120, 90, 70));

    @Test
    void everyStepIsARowOfDifferentPictures() {
        List<Function<AugmentGallery, Gallery>> steps = List.of(
                AugmentGallery::colors,
                AugmentGallery::contrast,
                AugmentGallery::moves,
                AugmentGallery::warps,
                AugmentGallery::flip);
        for (var step : steps) {
            var row = step.apply(gallery(AugmentOptions.faceswap()));
            var pictures = new HashSet<List<Integer>>();
            row.cells().forEach(cell -> pictures.add(pixels(cell.picture())));
            assertEquals(pixels(A.picture(0)), pixels(row.cells().get(0).picture()));
            // two throws may even out in the same number of tiles
            assertTrue(pictures.size() >= Math.min(3, row.cells().size()), row.toString());
            assertTrue(row.draw().getWidth() <= Gallery.PAGE);
        }
    }

    @Test
    void aRangeOfNothingLeavesTheFaceAsItIs() {
        var still = gallery(AugmentOptions.none());
        for (var row : List.of(still.colors(), still.moves(), still.warps())) {
            for (var cell : row.cells()) {
                assertEquals(pixels(A.picture(0)), pixels(cell.picture()));
            }
        }
    }

    @Test
    void aRecoloredFaceIsAsDarkAsTheOtherSide() {
        var row = gallery(AugmentOptions.none()).recoloring();
        assertEquals(light(B.picture(0)), light(row.cells().get(1).picture()), 12);
        assertTrue(light(row.cells().get(0).picture()) > light(B.picture(0)) + 50);
    }

    @Test
    void landmarksAreShownOnTheFaceOnItsMatchAndOnTheInput() {
        var row = gallery(AugmentOptions.none()).landmarks();
        var match = AugmentedFace.of(A, 0, B, AugmentOptions.none().withToLandmarks(1), 1)
                .match()
                .orElseThrow();
        assertEquals(6, row.cells().size());
        var times = row.cells().get(0).picture().getWidth() / 64.0;
        var nose = match.from().size() - 30;
        assertEquals(Ink.YELLOW, at(row.cells().get(0).picture(), match.from().get(nose), times));
        assertEquals(Ink.GREEN, at(row.cells().get(1).picture(), match.to().get(nose), times));
        assertEquals(Ink.GREEN, at(row.cells().get(2).picture(), match.to().get(nose), times));
        assertTrue(row.draw().getWidth() <= Gallery.PAGE);
    }

    @Test
    void anEmphasisIsCaptionedAndAllHaveOneScale() {
        var row = gallery(AugmentOptions.none()).emphasis(Emphasis.usual(), Emphasis.even(), Emphasis.book());
        assertEquals("eyes +3, mouth +2", row.cells().get(1).caption());
        assertEquals("no mask, +0, +0", row.cells().get(3).caption());
        assertNotEquals(
                pixels(row.cells().get(1).picture()), pixels(row.cells().get(2).picture()));
        var even = pixels(row.cells().get(3).picture());
        assertArrayEquals(new Object[] {even.get(0)}, even.stream().distinct().toArray());
    }

    private static AugmentGallery gallery(AugmentOptions options) {
        return AugmentGallery.of(A, 0, B, options);
    }

    private static TrainingFaces face(Color skin) {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_3BYTE_BGR);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, skin.darker(), 256, 200, skin));
        pen.fillRect(0, 0, 256, 256);
        pen.setColor(Color.BLACK);
        pen.fillOval(86, 88, 20, 14);
        pen.dispose();
        var points = new ArrayList<Point>();
        for (int i = 0; i < 17; i++) {
            points.add(new Point(128 - 72 * Math.cos(Math.PI * i / 16), 110 + 90 * Math.sin(Math.PI * i / 16)));
        }
        points.addAll(STORED.fromFaceUnits().apply(MeanFace.inner()));
        return TrainingFaces.of(
                List.of(picture),
                List.of(Mask.filled(256, 256, 1)),
                List.of(new Landmarks(points)),
                STORED,
                CropOptions.training(64));
    }

    private static Color at(BufferedImage picture, Point place, double times) {
        return new Color(picture.getRGB((int) (times * place.x()), (int) (times * place.y())));
    }

    private static double light(BufferedImage picture) {
        return pixels(picture).stream()
                .mapToInt(rgb -> (rgb >> 8) & 255)
                .average()
                .orElseThrow();
    }

    private static List<Integer> pixels(BufferedImage picture) {
        var pixels = new ArrayList<Integer>();
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            pixels.add(picture.getRGB(i % picture.getWidth(), i / picture.getWidth()));
        }
        return pixels;
    }
}
