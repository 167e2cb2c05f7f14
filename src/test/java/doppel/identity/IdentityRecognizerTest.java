package doppel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.detect.SampleFrames;
import doppel.landmark.Landmarks;
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
