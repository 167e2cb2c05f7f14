package doppel.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.compute.Json;
import doppel.detect.SampleFrames;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.PictureFile;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceMaskerTest {

    private static final CropOptions STORED = CropOptions.stored();

    private static FaceMasker masker;
    private static PersonMasker person;

    @BeforeAll
    static void open() {
        masker = FaceMasker.open(SampleFrames.MODELS);
        person = PersonMasker.open(SampleFrames.MODELS);
    }

    @AfterAll
    static void close() {
        masker.close();
        person.close();
    }

    @Test
    void browsEyesNoseAndMouthAreInTheMask() {
        for (var frame : SampleFrames.all()) {
            var landmarks = new Landmarks(frame.landmarks());
            var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
            var mask = masker.mask(frame.picture(), landmarks, toFaceUnits, STORED);
            var inCrop = landmarks.through(toFaceUnits.then(STORED.fromFaceUnits()));
            for (var part : new FacePart[] {FacePart.BROWS, FacePart.EYES, FacePart.NOSE, FacePart.MOUTH}) {
                var whole = part.mask(inCrop, STORED.size());
                assertEquals(
                        1,
                        mask.and(whole).share() / whole.share(),
                        // a far eye of a turned head lies at the edge of the hull
                        0.15,
                        part + " of frame " + frame.frame().name());
            }
        }
    }

    /** The union of both people's exact faces: narrower at the cheeks than a hull from ear to ear. */
    @Test
    void theExactFacesLieInTheMask() throws IOException {
        double inside = 0;
        double overlap = 0;
        var count = 0;
        for (var line : Files.readAllLines(SampleFrames.FOLDER.resolve("truth/truth.jsonl"))) {
            var truth = Json.mapper().readTree(line);
            var number = truth.get("targetFrame").asInt();
            var frame = SampleFrames.of("actor-b").stream()
                    .filter(sample -> sample.frame().number() == number)
                    .findFirst();
            if (frame.isPresent()) {
                var exact = exact(truth);
                var found = inFrame(frame.get());
                inside += exact.and(found).share() / exact.share();
                overlap += exact.and(found).share() / exact.or(found).share();
                count++;
            }
        }
        assertTrue(count >= 6, "only " + count + " truth frames were compared");
        assertTrue(inside / count > 0.9, "the mask holds %.3f of the exact faces".formatted(inside / count));
        assertTrue(overlap / count > 0.78, "the overlap is %.3f".formatted(overlap / count));
    }

    @Test
    void whereTheCropReachesBeyondTheFrameIsNoFace() {
        var frame = SampleFrames.of("actor-b").get(4);
        var landmarks = new Landmarks(frame.landmarks());
        var middle = Point.mean(landmarks.inner()).x();
        // the frame ends in the middle of the face
        var half = frame.picture().getSubimage(0, 0, (int) middle, 256);
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var toCrop = toFaceUnits.then(STORED.fromFaceUnits());
        var mask = masker.mask(half, landmarks, toFaceUnits, STORED);
        var edge = toCrop.apply(new Point((int) middle, 128));
        assertEquals(0, mask.at((int) edge.x() + 6, (int) edge.y()));
        assertEquals(1, mask.at((int) edge.x() - 20, (int) edge.y()), 0.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256})
    void aPersonIsToldFromTheWallBehind(int size) {
        var frame = SampleFrames.of("actor-b").get(0);
        var toFaceUnits = FaceAligner.toFaceUnits(new Landmarks(frame.landmarks()));
        var crop = CropOptions.stored().withSize(size);
        var mask = person.mask(frame.picture(), toFaceUnits, crop);
        assertEquals(size, mask.width());
        var nose = crop.fromFaceUnits().apply(new Point(0.5, 0.5));
        assertTrue(mask.at((int) nose.x(), (int) nose.y()) > 0.95, "the nose is no person");
        assertTrue(mask.at(1, 1) < 0.05, "the wall is a person");
        assertTrue(mask.at(size - 2, 1) < 0.05, "the wall is a person");
    }

    private static Mask exact(JsonNode truth) throws IOException {
        var full = PictureFile.readMask(
                SampleFrames.FOLDER.resolve("truth").resolve(truth.get("mask").asText()));
        var side = SampleFrames.SIDE;
        return Warp.mask(full, Similarity.scaling((double) side / full.width()), side, side, Warp.Outside.EDGE);
    }

    private static Mask inFrame(SampleFrames.Labeled frame) {
        var landmarks = new Landmarks(frame.landmarks());
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        Similarity toCrop = toFaceUnits.then(STORED.fromFaceUnits());
        var mask = masker.mask(frame.picture(), landmarks, toFaceUnits, STORED);
        return Warp.mask(mask, toCrop.inverse(), 256, 256, Warp.Outside.BLACK);
    }
}
