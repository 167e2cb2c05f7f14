package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppel.model.Channels;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run may take days, so a step may leave nothing behind. */
class FlatMemoryTest {

    private static final int EARLY = 2_000;
    private static final int LATE = 10_000;
    private static final double MEGABYTE = 1 << 20;

    /** Prints the memory of the process and what of it Java's objects take, after so many steps and so many more. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            var design = DrawnSides.tinyDesign().withChannels(new Channels(4, 8, 2));
            var learn = LearnOptions.quick();
            var batch = StepBatch.of(2, design.size());
            var options =
                    learn.withOptimizer(learn.optimizer().withAverage(0.99).withClip(1));
            try (var trainer = new Trainer(SwapModel.create(design, 1), options)) {
                for (int step = 1; step <= LATE; step++) {
                    trainer.step(batch.input(), batch.target(), batch.weights(), 1e-4);
                    if (step == EARLY || step == LATE) {
                        System.gc();
                        var runtime = Runtime.getRuntime();
                        System.out.println(OwnProcess.status("VmRSS"));
                        System.out.println(runtime.totalMemory() - runtime.freeMemory());
                    }
                }
            }
        }
    }

    @Test
    void eightThousandStepsMoreTakeNoMoreMemory() throws IOException, InterruptedException {
        assumeTrue(Files.exists(OwnProcess.STATUS), "this system does not tell the memory of a process");
        var bytes = OwnProcess.run(Child.class, Map.of()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(bytes[0], bytes[2], 16 * MEGABYTE, "bytes of the process"); // two thousand a step
        assertEquals(bytes[1], bytes[3], MEGABYTE, "bytes of Java's objects");
    }
}
