package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppel.compute.Torch;
import doppel.model.SwapModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("gpu")
class GraphicsCardTest {

    private static final int STEPS = 20;

    /** Prints the losses on the processor. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            losses().forEach(System.out::println);
        }
    }

    /** A card may round the numbers that go into a product to 10 bits. */
    @Test
    void aCardLearnsAsTheProcessorDoes() throws IOException, InterruptedException {
        assumeTrue(Torch.hasGpu(), "no graphics card that libtorch can use: docs/gpu.md says how to get one going");
        var here = losses();
        var there = OwnProcess.run(Child.class, Map.of("CUDA_VISIBLE_DEVICES", ""));
        for (int step = 0; step < STEPS; step++) {
            assertEquals(Double.parseDouble(there.get(step)), here.get(step), 0.01 * here.get(step), "step " + step);
        }
        assertTrue(here.get(STEPS - 1) < here.get(0), here.toString());
    }

    private static List<Double> losses() {
        var design = DrawnSides.tinyDesign();
        var batch = StepBatch.of(4, design.size());
        var losses = new ArrayList<Double>();
        try (var trainer = new Trainer(SwapModel.create(design, 1), LearnOptions.quick())) {
            for (int step = 0; step < STEPS; step++) {
                var learned = trainer.step(batch.input(), batch.target(), batch.weights(), 1e-3);
                losses.add((double) learned.lossA() + learned.lossB());
            }
        }
        return losses;
    }
}
