package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Torch;
import doppel.dataset.AugmentOptions;
import doppel.dataset.FaceBatches;
import doppel.model.Architecture;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void defect02_theLossOnCpuIsAboveZeroAndFalls(Architecture architecture) throws InterruptedException {
        var losses = train(DrawnSides.tinyDesign().withArchitecture(architecture), 60);
        for (int side = 0; side < 2; side++) {
            assertTrue(losses.get(0)[side] > 0.1, "loss begins at " + losses.get(0)[side]);
            assertTrue(losses.get(59)[side] > 0, "loss ends at " + losses.get(59)[side]);
            assertTrue(
                    losses.get(59)[side] < 0.6 * losses.get(0)[side],
                    "loss goes from %s to %s".formatted(losses.get(0)[side], losses.get(59)[side]));
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void everyWeightLearns(Architecture architecture) throws InterruptedException {
        try (var trainer = trainer(DrawnSides.tinyDesign().withArchitecture(architecture));
                var batches = batches()) {
            var before = weights(trainer);
            step(trainer, batches);
            weights(trainer)
                    .forEach((name, values) ->
                            assertTrue(!java.util.Arrays.equals(before.get(name), values), name + " stayed as it was"));
        }
    }

    @Test
    void oneSeedGivesOneRun() throws InterruptedException {
        var first = train(DrawnSides.tinyDesign(), 10);
        var second = train(DrawnSides.tinyDesign(), 10);
        for (int step = 0; step < 10; step++) {
            assertArrayEquals(first.get(step), second.get(step), 0);
        }
    }

    @Test
    void stepsLeaveNoArraysBehind() throws InterruptedException {
        try (var trainer = trainer(DrawnSides.tinyDesign());
                var batches = batches()) {
            step(trainer, batches);
            var before = arrays(trainer);
            for (int i = 0; i < 5; i++) {
                step(trainer, batches);
            }
            assertEquals(before, arrays(trainer));
        }
    }

    @Test
    void aLossThatIsNoNumberLeavesTheWeightsAsTheyAre() throws InterruptedException {
        try (var trainer = trainer(DrawnSides.tinyDesign());
                var batches = batches();
                var batch = batches.take()) {
            var before = weights(trainer);
            var nothingCounts =
                    java.nio.ByteBuffer.allocateDirect(batch.weights().capacity());
            var losses = trainer.step(batch.input(), batch.target(), nothingCounts, 0.01);
            assertTrue(Float.isNaN(losses[0]));
            weights(trainer).forEach((name, values) -> assertArrayEquals(before.get(name), values, 0));
        }
    }

    @Test
    void weightsThatAreNoNumbersAreNotFitToBeSaved() {
        try (var trainer = trainer(DrawnSides.tinyDesign())) {
            trainer.requireNumbers();
            Torch.withoutGradients(
                    () -> trainer.model().weights().get("person.1.0.bias").muli(Float.NaN));
            var refusal = assertThrows(IllegalStateException.class, trainer::requireNumbers);
            assertTrue(refusal.getMessage().startsWith("person.1.0.bias holds weights that are not numbers"));
        }
    }

    private static List<float[]> train(ModelDesign design, int steps) throws InterruptedException {
        var losses = new ArrayList<float[]>();
        try (var trainer = trainer(design);
                var batches = batches()) {
            for (int step = 0; step < steps; step++) {
                losses.add(step(trainer, batches));
            }
        }
        return losses;
    }

    private static Trainer trainer(ModelDesign design) {
        return new Trainer(SwapModel.create(design, 1), LearnOptions.quick());
    }

    private static FaceBatches batches() {
        return new FaceBatches(DrawnSides.a().faces(), DrawnSides.b().faces(), AugmentOptions.none(), 4, 1, 0);
    }

    private static float[] step(Trainer trainer, FaceBatches batches) throws InterruptedException {
        try (var batch = batches.take()) {
            return trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
        }
    }

    private static Map<String, float[]> weights(Trainer trainer) {
        var copies = new LinkedHashMap<String, float[]>();
        trainer.model().weights().forEach((name, array) -> copies.put(name, array.toFloatArray()));
        return copies;
    }

    /** Arrays that model and trainer own. */
    private static int arrays(Trainer trainer) {
        var model = trainer.model().weights().values().iterator().next().getManager();
        var own = trainer.adam().memory().values().iterator().next().getManager();
        return model.getManagedArrays().size() + own.getManagedArrays().size();
    }
}
