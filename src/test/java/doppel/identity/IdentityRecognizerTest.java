package doppel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.compute.Json;
import doppel.detect.SampleFrames;
import doppel.geometry.Point;
import doppel.image.PictureFile;
import doppel.landmark.Landmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdentityRecognizerTest {

    private static IdentityRecognizer recognizer;
    private static List<Identity> a;
    private static List<Identity> b;

    @BeforeAll
    static void recognize() {
        recognizer = IdentityRecognizer.open(SampleFrames.MODELS);
        a = identities("actor-a");
        b = identities("actor-b");
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    private static List<Identity> identities(String actor) {
        return SampleFrames.of(actor).stream()
                .map(frame -> recognizer.of(frame.picture(), new Landmarks(frame.landmarks())))
                .toList();
    }

    @Test
    void twoFramesOfOneActorAreMoreAlikeThanFramesOfTwo() {
        assertTrue(mean(a, a) > mean(a, b) + 0.2, "A to A %.3f, A to B %.3f".formatted(mean(a, a), mean(a, b)));
        assertTrue(mean(b, b) > mean(a, b) + 0.2, "B to B %.3f, A to B %.3f".formatted(mean(b, b), mean(a, b)));
    }

    /** What makes the truth a truth: whoever looks at it sees A, though head, hair and skin tone are B's. */
    @Test
    void theTruthIsAAndNotB() throws IOException {
        var folder = SampleFrames.FOLDER.resolve("truth");
        var nearerA = 0;
        var count = 0;
        for (var line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            var truth = Json.mapper().readTree(line);
            var points = new ArrayList<Point>();
            truth.get("landmarks")
                    .forEach(pair -> points.add(
                            new Point(pair.get(0).asDouble(), pair.get(1).asDouble())));
            var picture = PictureFile.read(folder.resolve(truth.get("truth").asText()));
            var whom = List.of(recognizer.of(picture, new Landmarks(points)));
            nearerA += mean(whom, a) > mean(whom, b) ? 1 : 0;
            count++;
        }
        assertTrue(nearerA >= 0.9 * count, "%d of %d truth frames are nearer to A".formatted(nearerA, count));
    }

    @Test
    void theAlignedFaceSaysTheSameAsTheFrame() {
        var crop = CropOptions.stored();
        var frame = SampleFrames.of("actor-a").get(2);
        var landmarks = new Landmarks(frame.landmarks());
        var aligned = FaceAligner.align(frame.picture(), FaceAligner.toFaceUnits(landmarks), crop);
        var fromAligned = recognizer.of(aligned.picture(), landmarks.through(aligned.toCrop()));
        assertEquals(1, fromAligned.cosine(a.get(2)), 0.1);
    }

    private static double mean(List<Identity> one, List<Identity> other) {
        double sum = 0;
        var count = 0;
        for (var first : one) {
            for (var second : other) {
                if (first != second) {
                    sum += first.cosine(second);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
