package doppel.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.detect.DetectOptions;
import doppel.detect.SampleFrames;
import doppel.geometry.Box;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceFinderTest {

    private static final ExtractOptions ALL = ExtractOptions.standard().withChoice(FaceChoice.ALL);

    /** A smaller face on the left, a larger one on the right. */
    private static BufferedImage two() {
        var one = SampleFrames.paste(
                SampleFrames.gray(1280, 720), SampleFrames.of("actor-a").get(5).picture(), 300, 100, 300);
        return SampleFrames.paste(one, SampleFrames.face(), 500, 700, 100);
    }

    @Test
    void aFaceComesWithAllThatTheFourStepsKnow() {
        try (var finder = FaceFinder.open(SampleFrames.MODELS, ExtractOptions.standard())) {
            var faces = finder.find(SampleFrames.face());
            assertEquals(1, faces.size());
            var face = faces.get(0);
            assertEquals(256, face.aligned().picture().getWidth());
            assertEquals(256, face.mask().width());
            assertTrue(
                    face.mask().share() > 0.15 && face.mask().share() < 0.4,
                    face.mask().toString());
            var toCrop = face.toFaceUnits().then(CropOptions.stored().fromFaceUnits());
            assertEquals(toCrop, face.aligned().toCrop());
            assertTrue(
                    face.detected().box().clampTo(256, 256).area() > 10_000,
                    face.detected().toString());
        }
    }

    /** The book takes and swaps every face of a frame; here the options say which. */
    @Test
    void defect24_theOptionsSayWhichFacesOfAFrameAreTaken() {
        try (var largest = FaceFinder.open(SampleFrames.MODELS, ExtractOptions.standard());
                var all = FaceFinder.open(SampleFrames.MODELS, ALL)) {
            var one = largest.find(two());
            var both = all.find(two());
            assertEquals(1, one.size());
            assertEquals(2, both.size());
            assertEquals(both.get(0).detected(), one.get(0).detected());
            assertTrue(one.get(0).detected().box().x() > 700, one.toString());
        }
    }

    /** The book counts masks by detection and faces by what was kept, and so gives face 1 the mask of face 0. */
    @Test
    void defect10_droppingADetectionDoesNotShiftTheMasks() {
        // 0.28 of the short side drops the smaller face
        var strict = ALL.withDetect(DetectOptions.standard().withMinSide(0.28));
        try (var all = FaceFinder.open(SampleFrames.MODELS, ALL);
                var few = FaceFinder.open(SampleFrames.MODELS, strict)) {
            var both = all.find(two());
            var kept = few.find(two());
            assertEquals(1, kept.size());
            var same = both.stream()
                    .filter(face -> face.detected().equals(kept.get(0).detected()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(same.mask(), kept.get(0).mask());
            assertEquals(same.landmarks(), kept.get(0).landmarks());
            assertTrue(!both.get(0).mask().equals(both.get(1).mask()), "two faces have the same mask");
        }
    }

    @Test
    void aFrameWithoutAFaceIsAnEmptyList() {
        try (var finder = FaceFinder.open(SampleFrames.MODELS, ALL)) {
            assertEquals(0, finder.find(SampleFrames.gray(320, 240)).size());
        }
    }

    @Test
    void theFrameIsLeftAsItWas() {
        var frame = SampleFrames.face();
        var before = frame.getRGB(0, 0, 256, 256, null, 0, 256);
        try (var finder = FaceFinder.open(SampleFrames.MODELS, ALL)) {
            finder.find(frame);
        }
        assertTrue(Arrays.equals(before, frame.getRGB(0, 0, 256, 256, null, 0, 256)), "the frame was changed");
    }

    @Test
    void aDrawnBoxNeedsNoDetectorAndNoLevelEyes() {
        var picture = SampleFrames.face();
        try (var finder = FaceFinder.open(SampleFrames.MODELS, ExtractOptions.standard())) {
            var upright = finder.find(picture).get(0);
            var center = upright.detected().box().center();
            for (var degrees : new double[] {-30, 0, 30}) {
                var turn = Similarity.shifting(-center.x(), -center.y())
                        .then(Similarity.turning(degrees, 1))
                        .then(Similarity.shifting(center.x(), center.y()));
                var turned = Warp.picture(picture, turn, 256, 256, Warp.Outside.EDGE);
                var found = finder.find(turned, upright.detected().box())
                        .orElseThrow()
                        .landmarks();
                var nose = turn.apply(upright.landmarks().points().get(30));
                assertEquals(0, nose.distanceTo(found.points().get(30)), 4, "turned by " + degrees);
                assertEquals(1, found.eyeDistance() / upright.landmarks().eyeDistance(), 0.05);
            }
            assertTrue(finder.find(SampleFrames.gray(256, 256), new Box(60, 60, 120, 120))
                    .isEmpty());
        }
    }
}
