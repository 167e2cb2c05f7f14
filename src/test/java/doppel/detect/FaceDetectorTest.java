package doppel.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.geometry.Box;
import doppel.geometry.Point;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceDetectorTest {

    private static final DetectOptions STANDARD = DetectOptions.standard();

    private static FaceDetector detector;

    @BeforeAll
    static void open() {
        detector = FaceDetector.open(SampleFrames.MODELS);
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @Test
    void findsTheOneFaceOfEverySampleFrame() {
        for (var frame : SampleFrames.all()) {
            var faces = detector.detect(frame.picture(), STANDARD);
            assertEquals(1, faces.size(), frame.frame().name());
            var truth = Box.around(frame.landmarks());
            assertTrue(faces.get(0).box().overlap(truth) > 0.5, frame.frame().name());
            assertTrue(faces.get(0).score() >= 0.7, frame.frame().name() + " " + faces.get(0));
        }
    }

    @Test
    void theEyesAreWhereTheyAre() {
        for (var frame : SampleFrames.all()) {
            var face = detector.detect(frame.picture(), STANDARD).get(0);
            var right = Point.mean(frame.landmarks().subList(36, 42));
            var left = Point.mean(frame.landmarks().subList(42, 48));
            // of the outer corners' distance, which a turned head shows best
            var tolerance = 0.25
                    * frame.landmarks().get(36).distanceTo(frame.landmarks().get(45));
            assertEquals(
                    0,
                    face.rightEye().distanceTo(right),
                    tolerance,
                    frame.frame().name());
            assertEquals(
                    0, face.leftEye().distanceTo(left), tolerance, frame.frame().name());
        }
    }

    @Test
    void aFrameWithoutAFaceIsAnEmptyList() {
        assertEquals(0, detector.detect(SampleFrames.gray(640, 360), STANDARD).size());
    }

    /** The book clamps x to the height of the frame, and this face of 300 x 400 at x = 1500 gets a negative width. */
    @Test
    void defect09_faceBeyondTheImageHeightIsKept() {
        var sample = SampleFrames.of("actor-b").get(4);
        var inSample = Box.around(sample.landmarks());
        var k = 400 / inSample.height();
        var frame = SampleFrames.paste(
                SampleFrames.gray(1920, 1080),
                sample.picture(),
                (int) Math.round(256 * k),
                (int) Math.round(1500 - k * inSample.x()),
                300);
        var faces = detector.detect(frame, STANDARD);
        assertEquals(1, faces.size());
        var expected = new Box(1500, 300 + k * inSample.y(), k * inSample.width(), 400);
        assertTrue(faces.get(0).box().overlap(expected) > 0.6, faces.get(0) + " is not at " + expected);
    }

    @Test
    void defect09_faceBelowTheImageWidthIsKeptInAPortrait() {
        var frame = SampleFrames.paste(SampleFrames.gray(1080, 1920), SampleFrames.face(), 600, 240, 1320);
        var faces = detector.detect(frame, STANDARD);
        assertEquals(1, faces.size());
        assertTrue(faces.get(0).box().bottom() > 1700, faces.get(0).toString());
    }

    @Test
    void theLargestFaceComesFirst() {
        var one = SampleFrames.paste(SampleFrames.gray(1280, 720), SampleFrames.face(), 250, 100, 300);
        var two = SampleFrames.paste(one, SampleFrames.face(), 500, 700, 100);
        var faces = detector.detect(two, STANDARD);
        assertEquals(2, faces.size());
        assertTrue(faces.get(0).box().x() > 700, faces.toString());
        assertTrue(faces.get(0).box().area() > 2 * faces.get(1).box().area(), faces.toString());
    }

    @Test
    void anEmptySeemingFrameIsSearchedCloser() {
        var frame = SampleFrames.paste(SampleFrames.gray(1920, 1080), SampleFrames.face(), 80, 700, 400);
        var faces = detector.detect(frame, STANDARD.withMinSide(0));
        assertEquals(1, faces.size());
        assertTrue(faces.get(0).box().overlap(new Box(715, 415, 50, 50)) > 0.5, faces.toString());
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 2"})
    void tilesFindTheSmallFaceBesideTheLargeOne(boolean tiles, int count) {
        var small = SampleFrames.paste(SampleFrames.gray(1920, 1080), SampleFrames.face(), 80, 700, 400);
        var both = SampleFrames.paste(small, SampleFrames.face(), 600, 1200, 200);
        assertEquals(
                count, detector.detect(both, new DetectOptions(0.5, 0, tiles)).size());
    }

    @Test
    void aFaceSmallerThanAskedForIsLeftOut() {
        var frame = SampleFrames.paste(SampleFrames.gray(1280, 720), SampleFrames.face(), 200, 300, 300);
        assertEquals(1, detector.detect(frame, STANDARD.withMinSide(0.1)).size());
        assertEquals(0, detector.detect(frame, STANDARD.withMinSide(0.3)).size());
    }

    @Test
    void aFaceThatIsLessSureThanAskedForIsLeftOut() {
        var score = detector.detect(SampleFrames.face(), STANDARD).get(0).score();
        assertTrue(score < 0.99, "the sample is too easy for this test");
        assertEquals(
                0,
                detector.detect(SampleFrames.face(), STANDARD.withMinScore(0.99))
                        .size());
    }
}
