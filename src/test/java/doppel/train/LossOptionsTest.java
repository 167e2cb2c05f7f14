package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.dataset.Emphasis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LossOptionsTest {

    private static final LossOptions QUICK = LossOptions.quick();

    @Test
    void aLossIsAddedOrWeighedWhereItStands() {
        var mix = LossOptions.only(LossKind.SQUARED)
                .with(LossKind.GRADIENT, 0.5)
                .with(LossKind.SQUARED, 3)
                .with(LossKind.GRADIENT, 0.5);
        assertEquals(
                List.of(new WeightedLoss(LossKind.SQUARED, 3), new WeightedLoss(LossKind.GRADIENT, 0.5)), mix.terms());
        assertEquals(
                List.of(new WeightedLoss(LossKind.GRADIENT, 0.5)),
                mix.without(LossKind.SQUARED).terms());
        assertEquals(mix, mix.without(LossKind.FREQUENCY));
    }

    @Test
    void aKnobChangesItselfAlone() {
        assertEquals(QUICK, QUICK.withEyes(9).withEyes(QUICK.eyes()));
        assertEquals(QUICK, QUICK.withMouth(9).withMouth(QUICK.mouth()));
        assertEquals(QUICK, QUICK.withMasked(false).withMasked(true));
        assertEquals(QUICK, QUICK.with(LossKind.FREQUENCY, 1).without(LossKind.FREQUENCY));
        assertEquals(
                new Emphasis(9, 2, false), QUICK.withEyes(9).withMasked(false).emphasis());
        assertEquals(9, QUICK.withMouth(9).emphasis().mouth());
    }

    @Test
    void theBookWeighsAnEyeLikeACheek() {
        assertEquals(new Emphasis(0, 0, true), LossOptions.book().emphasis());
        assertEquals(Emphasis.usual(), QUICK.emphasis());
    }

    @Test
    void survivesJson(@TempDir Path folder) throws IOException {
        for (var options : List.of(QUICK, LossOptions.faceswap(), LossOptions.book())) {
            Json.write(folder.resolve("x.json"), options);
            assertEquals(options, Json.read(folder.resolve("x.json"), LossOptions.class));
        }
    }

    @Test
    void anImpossibleValueIsNamed() {
        assertRefused(
                "a run adds up 1 to 4 losses, got 0", () -> LossOptions.book().without(LossKind.SQUARED));
        var four = LossOptions.faceswap().with(LossKind.GRADIENT, 1).with(LossKind.FREQUENCY, 1);
        assertRefused("a run adds up 1 to 4 losses, got 5", () -> four.with(LossKind.LAPLACIAN, 1));
        var term = new WeightedLoss(LossKind.LOG_COSH, 1);
        assertRefused("each kind of loss can be named once", () -> new LossOptions(List.of(term, term), 3, 2, true));
        assertRefused("eyes must be 0 to 40", () -> QUICK.withEyes(41));
        assertRefused("mouth must be 0 to 40", () -> QUICK.withMouth(Double.NaN));
        for (var weight : new double[] {0, -1, 10.5, Double.NaN}) {
            assertRefused(
                    "the weight of GRADIENT must be above 0 and at most 10.0, got " + weight + "; try 1",
                    () -> QUICK.with(LossKind.GRADIENT, weight));
        }
    }

    private static void assertRefused(String beginning, Executable act) {
        var refusal = assertThrows(IllegalArgumentException.class, act);
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
