package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.CrowdFaces;
import doppel.dataset.TrainingFaces;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final TrainOptions OPTIONS = DrawnSides.tinyOptions(120).withLearningRate(0.005);

    private final TrainingFaces light = DrawnSides.a().faces();
    private final TrainingFaces dark = DrawnSides.b().faces();
    private final CrowdFaces three = new CrowdFaces(List.of(member(light), member(dark), member(light)));

    @Test
    void drawsEverybodyAsEverybody() throws Exception {
        try (var model = Ensemble.learn(three, OPTIONS, DrawnSides.NO_STARTS)) {
            assertEquals(3, model.people());
            var faces = List.of(light.picture(0), dark.picture(0));
            for (int i = 0; i < faces.size(); i++) {
                var asLight = middle(model.decode(0, faces).get(i));
                var asDark = middle(model.decode(1, faces).get(i));
                assertTrue(asLight > asDark + 40, "%d as light, %d as dark".formatted(asLight, asDark));
                assertEquals(asLight, middle(model.decode(2, faces).get(i)), 25);
            }
        }
    }

    @Test
    void theSameOptionsMakeTheSameNetwork() throws Exception {
        try (var one = Ensemble.learn(three, OPTIONS.withSteps(3), DrawnSides.NO_STARTS);
                var two = Ensemble.learn(three, OPTIONS.withSteps(3), DrawnSides.NO_STARTS)) {
            two.weights()
                    .forEach((name, weight) -> assertArrayEquals(
                            weight.toFloatArray(), one.weights().get(name).toFloatArray(), name));
        }
    }

    @Test
    void saysWhatToChange() {
        var odd = refusal(three, OPTIONS.withBatch(3));
        assertEquals("an ensemble shows half a batch of each person, got 3; try 6", odd);
        var timed = refusal(three, OPTIONS.withMinutes(1));
        assertTrue(timed.endsWith("set withBudget(300, 0)"), timed);
        var alone = refusal(new CrowdFaces(List.of(member(light))), OPTIONS);
        assertEquals("an ensemble has two people or more, got 1: film more", alone);
    }

    private static String refusal(CrowdFaces crowd, TrainOptions options) {
        return assertThrows(IllegalArgumentException.class, () -> Ensemble.learn(crowd, options, DrawnSides.NO_STARTS)
                        .close())
                .getMessage();
    }

    /** In the troupe of all others. */
    private static CrowdFaces.Member member(TrainingFaces faces) {
        return new CrowdFaces.Member(
                faces, IntStream.range(0, faces.size()).boxed().toList(), 0);
    }

    private static int middle(BufferedImage face) {
        return face.getRGB(face.getWidth() / 2, face.getHeight() / 2) >> 16 & 255;
    }
}
