package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.dataset.AugmentOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LearnOptionsTest {

    @Test
    void aKnobChangesItselfAlone() {
        var quick = LearnOptions.quick();
        var book = LearnOptions.book();
        assertEquals(
                book,
                quick.withLosses(book.losses())
                        .withOptimizer(book.optimizer())
                        .withSchedule(book.schedule())
                        .withAugment(book.augment()));
        assertEquals(quick, quick.withAugment(AugmentOptions.none()).withAugment(quick.augment()));
        assertEquals(
                quick.losses().with(LossKind.GRADIENT, 2),
                quick.withLoss(LossKind.GRADIENT, 2).losses());
        assertEquals(quick, quick.withCosine(false).withCosine(true));
        assertEquals(
                quick.schedule().warmUpSteps(),
                quick.withCosine(false).schedule().warmUpSteps());
    }

    @Test
    void survivesJson(@TempDir Path folder) throws IOException {
        for (var options : List.of(LearnOptions.quick(), LearnOptions.faceswap(), LearnOptions.book())) {
            Json.write(folder.resolve("x.json"), options);
            assertEquals(options, Json.read(folder.resolve("x.json"), LearnOptions.class));
        }
    }

    @Test
    void anImpossibleOptimizerIsNamed() {
        var usual = OptimizerOptions.quick();
        assertRefused("beta1 must be 0 to 0.99, got 1.0; try 0.9", () -> usual.withBeta1(1));
        assertRefused("clip must be 0 to 1000.0, got -1.0", () -> usual.withClip(-1));
        assertRefused("accumulate must be 1 to 100 batches, got 0", () -> usual.withAccumulate(0));
        assertRefused("average must be 0 to 0.9999, got 1.0", () -> usual.withAverage(1));
        assertRefused("weightDecay is 0.01, but with ADAM no weight decays", () -> usual.withWeightDecay(0.01));
        var decaying = usual.withKind(OptimizerOptions.Kind.ADAMW).withWeightDecay(0.01);
        assertEquals(0.01, decaying.weightDecay());
    }

    @Test
    void anImpossibleScheduleIsNamed() {
        var usual = ScheduleOptions.quick();
        assertRefused("warmUpSteps must be 0 to 5000, got -1", () -> usual.withWarmUpSteps(-1));
        assertRefused("fitShare must be 0 to 0.5 of the run, got 0.6", () -> usual.withFitShare(0.6));
        assertEquals(usual, usual.withCosine(false).withCosine(true));
        assertEquals(usual, usual.withWarmUpSteps(7).withWarmUpSteps(usual.warmUpSteps()));
    }

    private static void assertRefused(String beginning, Executable act) {
        var refusal = assertThrows(IllegalArgumentException.class, act);
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
