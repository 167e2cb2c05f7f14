package doppel.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.detect.SampleFrames;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceAlignerTest {

    private static final Similarity SOMEWHERE = Similarity.turning(33, 170).then(Similarity.shifting(611.7, 402.3));

    /** The book's five points, turned by 33 degrees and 170 times as large, come home exactly. */
    @Test
    void aFivePointFitLeavesNoResidual() {
        var home = Similarity.fit(SOMEWHERE.apply(MeanFace.five()), MeanFace.five());
        for (var point : MeanFace.five()) {
            assertEquals(0, home.apply(SOMEWHERE.apply(point)).distanceTo(point), 1e-10);
        }
    }

    @Test
    void theMeanFaceItselfComesHomeWhateverItsJawDoes() {
        var points = new ArrayList<Point>(Collections.nCopies(17, new Point(-5, 40)));
        points.addAll(MeanFace.inner());
        var home = FaceAligner.toFaceUnits(new Landmarks(points).through(SOMEWHERE));
        for (var point : MeanFace.inner()) {
            assertEquals(0, home.apply(SOMEWHERE.apply(point)).distanceTo(point), 1e-10);
        }
    }

    @Test
    void landmarksThatCoincideAreRefused() {
        var point = new Landmarks(Collections.nCopies(68, new Point(3, 4)));
        assertThrows(IllegalArgumentException.class, () -> FaceAligner.toFaceUnits(point));
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256})
    void everySizeShowsTheSamePieceOfTheFace(int size) {
        var frame = SampleFrames.of("actor-a").get(3);
        var toFaceUnits = FaceAligner.toFaceUnits(new Landmarks(frame.landmarks()));
        var aligned = FaceAligner.align(
                frame.picture(), toFaceUnits, CropOptions.stored().withSize(size));
        assertEquals(size, aligned.picture().getWidth());
        assertEquals(size, aligned.picture().getHeight());
        assertEquals(BufferedImage.TYPE_3BYTE_BGR, aligned.picture().getType());
        var eyes = aligned.toCrop().apply(new Landmarks(frame.landmarks()).five());
        assertEquals(0.5 + 0.5 * (0.235 - 0.5), eyes.get(0).x() / size, 0.03);
        assertEquals(0.5 + 0.5 * (0.765 - 0.5), eyes.get(1).x() / size, 0.03);
        assertEquals(0.5 + 0.5 * (0.216 - 0.5), eyes.get(1).y() / size, 0.03);
    }

    @Test
    void aPixelStaysTheSamePixelWhenNothingMoves() {
        var frame = SampleFrames.face();
        var crop = CropOptions.stored();
        var aligned = FaceAligner.align(frame, crop.fromFaceUnits().inverse(), crop);
        var off = IntStream.range(0, 256 * 256)
                .filter(i -> frame.getRGB(i % 256, i / 256) != aligned.picture().getRGB(i % 256, i / 256))
                .count();
        assertEquals(0, off);
    }

    @Test
    void beyondTheFrameItsEdgeIsRepeated() {
        var frame = SampleFrames.face();
        var crop = CropOptions.stored();
        var aside = Similarity.shifting(100, 0).then(crop.fromFaceUnits().inverse());
        var picture = FaceAligner.align(frame, aside, crop).picture();
        assertEquals(frame.getRGB(0, 77), picture.getRGB(10, 77));
    }
}
