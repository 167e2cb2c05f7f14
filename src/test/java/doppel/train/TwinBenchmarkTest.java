package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppel.model.Architecture;
import doppel.model.ModelDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwinBenchmarkTest {

    private static final Path BENCH = Path.of("environment", "bench");

    /** Measuring refuses a twin whose losses differ, so a speed is proof that they do not. */
    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theTwinComputesTheSame(Architecture architecture) throws IOException {
        assumeTrue(
                Files.isExecutable(BENCH.resolve(".venv/bin/python")),
                "PyTorch is not set up: bash environment/workbench bench train --against-pytorch does it");
        var design = DrawnSides.tinyDesign().withArchitecture(architecture);
        var speed = TwinBenchmark.measure(BENCH, design, 2, 1, 0);
        assertTrue(speed.seconds() > 0 && speed.twinSeconds() > 0, speed.toString());
        assertEquals(speed.leastRatio(), speed.mostRatio(), 0);
    }

    @Test
    void withoutPyTorchItSaysHowToSetItUp(@TempDir Path empty) {
        var refusal = assertThrows(
                IllegalStateException.class, () -> TwinBenchmark.measure(empty, DrawnSides.tinyDesign(), 2, 1, 0));
        assertTrue(refusal.getMessage().endsWith("--against-pytorch does it, once, about 6 GB"), refusal.getMessage());
    }

    @Test
    void aDesignThatTheTwinDoesNotHaveIsRefused() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> TwinBenchmark.measure(BENCH, ModelDesign.large(), 2, 1, 0));
        assertTrue(refusal.getMessage().contains("but large does"), refusal.getMessage());
    }
}
