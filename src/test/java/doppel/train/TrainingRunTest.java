package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.compute.Torch;
import doppel.dataset.AugmentOptions;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainingRunTest {

    private static final Consumer<TrainStep> SILENT = step -> {};

    @TempDir
    private Path temporary;

    private RunFolder folder;

    @BeforeEach
    void nameTheRun() {
        folder = new RunFolder(temporary.resolve("first"));
    }

    @Test
    void aRunEndsAtItsBudgetAndLeavesAllBehind() throws Exception {
        try (var run = open(DrawnSides.tinyOptions(12))) {
            assertEquals(RunState.READY, run.state());
            run.start(SILENT);
            assertEquals(folder, run.await());
            assertEquals(RunState.FINISHED, run.state());
            assertEquals(12, run.step());
        }
        assertEquals(12, folder.history().size());
        assertEquals(DrawnSides.tinyOptions(12), folder.options());
        assertEquals(12, folder.card().steps());
        assertEquals("drawn-b", folder.card().people().get(1).alias());
        try (var model = folder.openModel()) {
            assertEquals(DrawnSides.tinyDesign(), model.design());
        }
    }

    @Test
    void defect03_aResumedRunGoesOnWithTheSameLosses() throws Exception {
        var options = DrawnSides.tinyOptions(20)
                .withLearn(DrawnSides.tinyOptions(20).learn().withAugment(AugmentOptions.quick()));
        var whole = new RunFolder(temporary.resolve("whole"));
        train(whole, options, SILENT);

        try (var run = open(options)) {
            run.start(step -> {
                if (step.step() == 10) {
                    run.stop();
                }
            });
            run.await();
            assertEquals(RunState.STOPPED, run.state());
            assertEquals(10, run.step());
        }
        train(folder, options, SILENT);

        assertEquals(losses(whole.history()), losses(folder.history()));
    }

    /** With all that is remembered from step to step, and stopped in the middle of the last share, where faces are others. */
    @Test
    void aRunWithEverythingOnGoesOnWithTheSameLossesAndTheSameMean() throws Exception {
        var learn = LearnOptions.quick()
                .withOptimizer(OptimizerOptions.quick()
                        .withKind(OptimizerOptions.Kind.ADAMW)
                        .withWeightDecay(0.1)
                        .withClip(0.5)
                        .withAccumulate(2)
                        .withAverage(0.9))
                .withSchedule(ScheduleOptions.quick().withWarmUpSteps(5).withFitShare(0.5))
                .withAugment(AugmentOptions.faceswap());
        var options = DrawnSides.tinyOptions(20).withLearn(learn);
        var whole = new RunFolder(temporary.resolve("whole"));
        train(whole, options, SILENT);
        for (int stop : List.of(4, 13)) {
            try (var run = open(options)) {
                run.start(step -> {
                    if (step.step() == stop) {
                        run.stop();
                    }
                });
                run.await();
            }
        }
        train(folder, options, SILENT);

        assertEquals(losses(whole.history()), losses(folder.history()));
        assertEquals(
                List.of("10 phase learn to fit: last 0.5 of the run"),
                folder.changes().stream()
                        .map(change -> change.step() + " " + change.words())
                        .toList());
        assertArrayEquals(
                Files.readAllBytes(whole.model().resolve("model.safetensors")),
                Files.readAllBytes(folder.model().resolve("model.safetensors")));
        var raw = folder.checkpoints().resolve("step-00000020").resolve("model.safetensors");
        assertFalse(Arrays.equals(
                Files.readAllBytes(raw), Files.readAllBytes(folder.model().resolve("model.safetensors"))));
    }

    @Test
    void inTheLastShareFacesAreNotBentOrMirrored() throws Exception {
        var bent = DrawnSides.tinyOptions(10)
                .withLearn(DrawnSides.tinyOptions(10).learn().withAugment(AugmentOptions.quick()));
        var schedule = bent.learn().schedule().withFitShare(0.3);
        var fitted = new RunFolder(temporary.resolve("fitted"));
        train(folder, bent, SILENT);
        train(fitted, bent.withLearn(bent.learn().withSchedule(schedule)), SILENT);
        assertEquals(
                losses(folder.history()).subList(0, 7), losses(fitted.history()).subList(0, 7));
        assertNotEquals(
                losses(folder.history()).subList(7, 8), losses(fitted.history()).subList(7, 8));
        assertEquals(
                List.of(7), fitted.changes().stream().map(OptionChange::step).toList());
    }

    @Test
    void aLongerBudgetLeavesTheLastShareAgain() throws Exception {
        var options = DrawnSides.tinyOptions(10);
        var learn = options.learn().withSchedule(options.learn().schedule().withFitShare(0.2));
        train(folder, options.withLearn(learn), SILENT);
        train(folder, options.withLearn(learn).withSteps(20), SILENT);
        assertEquals(
                List.of("8 fit", "10 20", "10 learn", "16 fit"),
                folder.changes().stream()
                        .map(change -> change.step() + " " + change.to())
                        .toList());
    }

    @Test
    void defect30_aCheckpointHoldsOptimizerStepSeedAndHistory() throws Exception {
        train(folder, DrawnSides.tinyOptions(8).withSeed(3), SILENT);
        var checkpoint = Checkpoint.newest(folder.checkpoints()).orElseThrow();
        assertEquals(8, checkpoint.facts().step());
        assertEquals(3, checkpoint.facts().options().seed());
        assertTrue(Files.exists(folder.checkpoints().resolve("step-00000008").resolve("optimizer.safetensors")));
        train(folder, DrawnSides.tinyOptions(10).withSeed(3), SILENT);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                folder.history().stream().map(TrainStep::step).toList());
        assertEquals(
                10,
                Checkpoint.newest(folder.checkpoints()).orElseThrow().facts().step());
    }

    @Test
    void afterAKillTheRunGoesOnFromTheCheckpoint() throws Exception {
        train(folder, DrawnSides.tinyOptions(6), SILENT);
        // the rows of steps that no checkpoint holds, and half a row
        Files.writeString(
                folder.historyFile(),
                "7,9.0,0.1,0.1,0.001,5.0,1.0,0.1,0.1\n8,9.5,0.1",
                java.nio.file.StandardOpenOption.APPEND);
        train(folder, DrawnSides.tinyOptions(8), SILENT);
        var history = folder.history();
        assertEquals(8, history.size());
        assertTrue(history.get(6).seconds() < 9, "row 7 is the old one");
    }

    @Test
    void secondsGoOnCounting() throws Exception {
        train(folder, DrawnSides.tinyOptions(5), SILENT);
        train(folder, DrawnSides.tinyOptions(10), SILENT);
        var history = folder.history();
        for (int i = 1; i < history.size(); i++) {
            assertTrue(history.get(i).seconds() > history.get(i - 1).seconds(), "at step " + (i + 1));
        }
    }

    @Test
    void aFinishedRunIsLeftAsItIs() throws Exception {
        train(folder, DrawnSides.tinyOptions(5), SILENT);
        var weights = Files.readAllBytes(folder.model().resolve("model.safetensors"));
        var steps = new ArrayList<TrainStep>();
        train(folder, DrawnSides.tinyOptions(5), steps::add);
        assertTrue(steps.isEmpty());
        assertArrayEquals(weights, Files.readAllBytes(folder.model().resolve("model.safetensors")));
    }

    @Test
    void progressIsToldAfterEachStep() throws Exception {
        var steps = new ArrayList<TrainStep>();
        train(folder, DrawnSides.tinyOptions(6), steps::add);
        assertEquals(folder.history(), steps);
        assertEquals(6, steps.size());
        assertTrue(steps.get(5).facesPerSecond() > 0);
    }

    @Test
    void startReturnsAtOnceAndTrainsElsewhere() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        var thread = new AtomicReference<Thread>();
        try (var run = open(DrawnSides.tinyOptions(2))) {
            run.start(step -> {
                thread.set(Thread.currentThread());
                waitFor(mayGoOn);
            });
            assertEquals(RunState.RUNNING, run.state());
            mayGoOn.countDown();
            run.await();
            assertFalse(thread.get() == Thread.currentThread());
        }
    }

    @Test
    void closingStopsAndSaves() throws Exception {
        var started = new CountDownLatch(1);
        try (var run = open(DrawnSides.tinyOptions(1_000_000))) {
            run.start(step -> started.countDown());
            started.await();
        }
        var saved =
                Checkpoint.newest(folder.checkpoints()).orElseThrow().facts().step();
        assertEquals(saved, folder.history().size());
        assertTrue(saved > 0);
    }

    @Test
    void aFailureInProgressIsThrownWhereTheRunIsAwaited() throws Exception {
        var failure = new IllegalArgumentException("on purpose");
        try (var run = open(DrawnSides.tinyOptions(5))) {
            run.start(step -> {
                throw failure;
            });
            assertSame(failure, assertThrows(IllegalArgumentException.class, run::await));
            assertEquals(RunState.FAILED, run.state());
        }
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunAndSaysWhatToDo() throws Exception {
        var options = DrawnSides.tinyOptions(10);
        var people = List.of(DrawnSides.a().person(), DrawnSides.b().person());
        try (var trainer = new Trainer(SwapModel.create(options.design(), 1), options.learn())) {
            Torch.withoutGradients(
                    () -> trainer.model().weights().get("encoder.0.bias").muli(Float.NaN));
            Checkpoint.write(folder.checkpoints(), 4, 1, options, people, trainer);
        }
        try (var run = open(options)) {
            run.start(SILENT);
            var refusal = assertThrows(IllegalStateException.class, run::await);
            assertTrue(
                    refusal.getMessage()
                            .matches("the loss of side A became NaN after 4 steps at a learning rate of .*:"
                                    + " step 4 is saved, so go on with a lower rate, such as 9.375E-5"),
                    refusal.getMessage());
        }
        assertFalse(Files.exists(folder.model()), "a model that is no good was saved");
    }

    @Test
    void twoRunsInOneFolderAreRefused() throws Exception {
        try (var run = open(DrawnSides.tinyOptions(5))) {
            var refusal = assertThrows(IllegalStateException.class, () -> open(DrawnSides.tinyOptions(5)));
            assertTrue(refusal.getMessage().startsWith("somebody is training in " + folder.path()));
            run.start(SILENT);
            run.await();
        }
        open(DrawnSides.tinyOptions(5)).close();
    }

    @Test
    void twoRunsInTwoFoldersTrainSideBySide() throws Exception {
        var second = new RunFolder(temporary.resolve("second"));
        try (var one = open(DrawnSides.tinyOptions(10));
                var other = TrainingRun.open(
                        second, DrawnSides.a(), DrawnSides.b(), DrawnSides.tinyOptions(10), DrawnSides.NO_STARTS)) {
            one.start(SILENT);
            other.start(SILENT);
            one.await();
            other.await();
        }
        assertEquals(losses(folder.history()), losses(second.history()));
    }

    @Test
    void aRunStartsOnce() throws Exception {
        try (var run = open(DrawnSides.tinyOptions(5))) {
            assertEquals(
                    "the run first was not started: start it first",
                    assertThrows(IllegalStateException.class, run::await).getMessage());
            run.start(SILENT);
            run.await();
            assertEquals(
                    "the run first is finished: open it again to go on with it",
                    assertThrows(IllegalStateException.class, () -> run.start(SILENT))
                            .getMessage());
        }
    }

    @Test
    void previewsShowTheSameFacesAndCarryTheirMarks() throws Exception {
        train(folder, DrawnSides.tinyOptions(5), SILENT);
        var previews = folder.previews();
        assertEquals(List.of("preview-00000000.png", "preview-00000005.png"), names(previews));
        assertEquals(previews.get(1), folder.newestPreview().orElseThrow());
        var manifest = Json.mapper()
                .readTree(previews.get(1)
                        .resolveSibling("preview-00000005.manifest.json")
                        .toFile());
        assertEquals("drawn-a", manifest.at("/origin/consents/0").asText(), manifest.toString());
    }

    @Test
    void anUntrainedRunHasNothingToShow() throws IOException {
        assertTrue(folder.history().isEmpty());
        assertTrue(folder.newestPreview().isEmpty());
        var refusal = assertThrows(IOException.class, folder::openModel);
        assertTrue(refusal.getMessage().startsWith("the run first has no trained weights in"));
    }

    private TrainingRun open(TrainOptions options) throws IOException {
        return TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS);
    }

    private static void train(RunFolder folder, TrainOptions options, Consumer<TrainStep> progress) throws Exception {
        try (var run = TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS)) {
            run.start(progress);
            run.await();
        }
    }

    private static List<List<Float>> losses(List<TrainStep> history) {
        return history.stream().map(row -> List.of(row.lossA(), row.lossB())).toList();
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
