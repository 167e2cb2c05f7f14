package doppel.train;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppel.align.CropOptions;
import doppel.model.ModelDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryForecastTest {

    private static final TrainOptions OPTIONS = DrawnSides.tinyOptions(3)
            .withDesign(
                    ModelDesign.light().withCrop(DrawnSides.tinyDesign().crop().withSize(64)))
            .withBatch(24)
            .fromScratch();

    /** Trains in a process of its own, whose Java memory is taken whole at its start, and tells its peak. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            var crop = OPTIONS.design().crop();
            var side = new TrainingSide(new Person("noise", 8, "noise"), NoiseFaces.of(crop, 1));
            var folder = new RunFolder(Path.of(arguments[0]));
            try (var run = TrainingRun.open(folder, side, side, OPTIONS, DrawnSides.NO_STARTS)) {
                run.start(step -> {});
                run.await();
            }
            System.out.println(OwnProcess.status("VmHWM"));
        }
    }

    @Test
    void theForecastIsNearTheRealPeak(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(OwnProcess.STATUS), "this system does not tell the peak of a process");
        var said = OwnProcess.run(Child.class, Map.of(), folder.toString());
        var peak = Long.parseLong(said.get(0)) - ((long) OwnProcess.JAVA_MEGABYTES << 20);
        var forecast = MemoryForecast.of(OPTIONS, 16, CropOptions.stored()).outsideOfJava();
        assertEquals(peak, forecast, 0.15 * peak);
    }

    @Test
    void twiceTheBatchTakesTwiceTheRoomAndNoMoreForTheWeights() {
        var once = MemoryForecast.of(OPTIONS.withBatch(8));
        var twice = MemoryForecast.of(OPTIONS.withBatch(16));
        assertEquals(2.0 * once.batch(), twice.batch(), 1);
        assertEquals(once.weights(), twice.weights());
    }

    @Test
    void theMeanOfTheWeightsIsOneCopyMore() {
        var learn = LearnOptions.quick();
        var mean = learn.withOptimizer(learn.optimizer().withAverage(0.999));
        var more = MemoryForecast.of(OPTIONS.withLearn(mean)).weights()
                - MemoryForecast.of(OPTIONS.withLearn(learn)).weights();
        assertEquals(4.0 * OPTIONS.design().parameters(), more, 8);
    }

    @Test
    void gatheringSeveralBatchesTakesNoMore() {
        var learn = LearnOptions.quick();
        var gathering = learn.withOptimizer(learn.optimizer().withAccumulate(8));
        assertEquals(
                MemoryForecast.of(OPTIONS.withLearn(learn)).total(),
                MemoryForecast.of(OPTIONS.withLearn(gathering)).total());
    }

    /** 64 pixels at a coverage of .76 are 168.4 of the stored 256, and an eighth more on each side: 212 whole ones. */
    @Test
    void aFaceTakesItsWindowAndItsParts() {
        var bytes = MemoryForecast.of(OPTIONS.withDesign(ModelDesign.fast()), 100, CropOptions.stored())
                .faces();
        assertEquals(100 * (3 * 212 * 212 + 3 * 80 * 80), bytes);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheLargestBatchThatFitsIsNamed() {
        var forecast = MemoryForecast.of(OPTIONS.withBatch(64));
        var free = forecast.weights() + forecast.batch() / 2;
        var refusal = assertThrows(IllegalStateException.class, () -> forecast.requireFits(free));
        assertTrue(refusal.getMessage().startsWith("training light with a batch of 64 takes "), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("are free: take a batch of 32"), refusal.getMessage());
        assertDoesNotThrow(() -> MemoryForecast.of(OPTIONS.withBatch(32)).requireFits(free));
    }

    @Test
    void whereNoBatchFitsASmallerDesignIsNamed() {
        var refusal = assertThrows(IllegalStateException.class, () -> MemoryForecast.of(
                        OPTIONS.withDesign(ModelDesign.book()).withBatch(2))
                .requireFits(300L << 20));
        assertTrue(refusal.getMessage().endsWith("take the design light"), refusal.getMessage());
    }

    @Test
    void whereNothingFitsThePlainTruthIsSaid() {
        var refusal = assertThrows(
                IllegalStateException.class, () -> MemoryForecast.of(OPTIONS).requireFits(1 << 20));
        assertTrue(refusal.getMessage().endsWith("1 MB are free: close other programs, or keep fewer faces"));
    }
}
