package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Torch;
import doppel.dataset.AugmentOptions;
import doppel.dataset.FaceBatches;
import doppel.model.Architecture;
import doppel.model.ModelDesign;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
                    losses.get(59)[side] < 0.65 * losses.get(0)[side],
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
                            assertTrue(!Arrays.equals(before.get(name), values), name + " stayed as it was"));
        }
    }

    @Test
    void onlyThePeopleInTheBatchMove() throws InterruptedException {
        try (var trainer = crowd()) {
            var before = weights(trainer);
            crowdStep(trainer, List.of(2, 0), Moving.ALL);
            assertEquals(Set.of("encoder", "person.0", "person.2", "decoder"), moved(before, trainer));
            var later = weights(trainer);
            crowdStep(trainer, List.of(1, 3), Moving.ALL);
            assertEquals(Set.of("encoder", "person.1", "person.3", "decoder"), moved(later, trainer));
        }
    }

    @Test
    void newPeopleCanBeFittedAlone() throws InterruptedException {
        try (var trainer = crowd()) {
            var before = weights(trainer);
            crowdStep(trainer, List.of(2, 2), Moving.OWN);
            assertEquals(Set.of("person.2"), moved(before, trainer));
            var fitted = weights(trainer);
            crowdStep(trainer, List.of(2, 3), Moving.ALL);
            assertEquals(Set.of("encoder", "person.2", "person.3", "decoder"), moved(fitted, trainer));
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
    void aNetworkThatDrawsMasksLearnsWhereTheFaceIs() throws InterruptedException {
        try (var trainer = trainer(DrawnSides.tinyDesign().withMask(true));
                var batches = batches()) {
            for (int step = 0; step < 100; step++) {
                step(trainer, batches);
            }
            for (var side : Side.values()) {
                var mask = trainer.model()
                        .decodeMasks(
                                side.ordinal(), List.of(DrawnSides.a().faces().picture(0)))
                        .get(0);
                assertEquals(1, mask.at(16, 16), 0.1);
                assertEquals(0, mask.at(1, 1), 0.1);
            }
        }
    }

    @Test
    void severalBatchesMoveLikeOneThatIsAsLarge() throws InterruptedException {
        try (var one = trainer(DrawnSides.tinyDesign());
                var other = trainer(DrawnSides.tinyDesign());
                var batches = batches();
                var batch = batches.take()) {
            var whole = one.step(batch.input(), batch.target(), batch.weights(), 0.002);
            for (int half = 0; half < 2; half++) {
                other.gather(
                        half(batch.input(), half), half(batch.target(), half), half(batch.weights(), half), Moving.ALL);
            }
            var gathered = other.move(0.002);
            assertEquals(whole.lossA(), gathered.lossA(), 1e-5);
            assertEquals(whole.lossB(), gathered.lossB(), 1e-5);
            assertEquals(whole.gradientNorm(), gathered.gradientNorm(), 1e-4 * whole.gradientNorm());
            var memory = other.adam().memory();
            one.adam().memory().forEach((name, array) -> {
                var most = array.abs().max().getFloat();
                assertArrayEquals(array.toFloatArray(), memory.get(name).toFloatArray(), 1e-3f * most, name);
            });
        }
    }

    @Test
    void theLossIsTheWeightedSumOfItsTerms() throws InterruptedException {
        var losses = LossOptions.only(LossKind.ABSOLUTE).with(LossKind.STRUCTURE, 0.5);
        var model = SwapModel.create(DrawnSides.tinyDesign(), 1);
        try (var trainer = new Trainer(model, LearnOptions.quick().withLosses(losses));
                var batches = batches();
                var batch = batches.take()) {
            var learned = trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
            assertEquals(
                    (learned.lossA() + learned.lossB()) / 2,
                    learned.terms().get(0) + 0.5 * learned.terms().get(1),
                    1e-5);
        }
    }

    @Test
    void whatIsDrawnWithIsTheMeanOfTheWeightsIfSomebodyAsksForIt() throws InterruptedException {
        try (var plain = trainer(DrawnSides.tinyDesign())) {
            assertSame(plain.model(), plain.drawing());
        }
        var options =
                LearnOptions.quick().withOptimizer(OptimizerOptions.quick().withAverage(0.5));
        try (var trainer = new Trainer(SwapModel.create(DrawnSides.tinyDesign(), 1), options);
                var batches = batches()) {
            var mean = bias(trainer.drawing());
            for (int step = 1; step <= 9; step++) {
                step(trainer, batches);
                var keeps = Math.min(0.5, (1.0 + step) / (10 + step));
                mean = keeps * mean + (1 - keeps) * bias(trainer.model());
                assertEquals(mean, bias(trainer.drawing()), 1e-6);
            }
            assertNotEquals(bias(trainer.model()), bias(trainer.drawing()), 1e-6);
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
            var nothingCounts = ByteBuffer.allocateDirect(batch.weights().capacity());
            var learned = trainer.step(batch.input(), batch.target(), nothingCounts, 0.01);
            assertTrue(Float.isNaN(learned.lossA()));
            assertFalse(learned.isFinite());
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
            var learned = trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
            return new float[] {learned.lossA(), learned.lossB()};
        }
    }

    private static double bias(SwapModel model) {
        return model.weights().get("decoder.0.bias").getFloat(0);
    }

    /** Of the 4 faces of each side, the first two or the last two. */
    private static ByteBuffer half(ByteBuffer faces, int half) {
        var quarter = faces.remaining() / 4;
        var some = ByteBuffer.allocateDirect(2 * quarter).order(faces.order());
        some.put(faces.slice(half * quarter, quarter)).put(faces.slice((2 + half) * quarter, quarter));
        return some.flip();
    }

    private static Trainer crowd() {
        return new Trainer(SwapModel.create(DrawnSides.tinyDesign(), 4, 1), LearnOptions.quick());
    }

    private static void crowdStep(Trainer trainer, List<Integer> people, Moving moving) throws InterruptedException {
        try (var batches = batches();
                var batch = batches.take()) {
            trainer.step(batch.input(), batch.target(), batch.weights(), people, moving, 0.002);
        }
    }

    /** The parts of the network of which a weight is no longer what it was. */
    private static Set<String> moved(Map<String, float[]> before, Trainer trainer) {
        return weights(trainer).entrySet().stream()
                .filter(entry -> !Arrays.equals(before.get(entry.getKey()), entry.getValue()))
                .map(entry -> entry.getKey().replaceFirst("\\.\\d+\\.(weight|bias)$", ""))
                .collect(Collectors.toSet());
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
