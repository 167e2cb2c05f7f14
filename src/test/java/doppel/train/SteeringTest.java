package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.AugmentOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is watched, changed, asked and interrupted while it goes on. */
@Timeout(120)
class SteeringTest {

    private static final Consumer<TrainStep> SILENT = step -> {};
    private static final UnaryOperator<TrainOptions> WARPED =
            options -> options.withLearn(options.learn().withAugment(AugmentOptions.quick()));

    /** A constant rate, so that a row of the history shows the option itself. */
    private static final TrainOptions OPTIONS = DrawnSides.tinyOptions(10)
            .withLearn(DrawnSides.tinyOptions(10).learn().withSchedule(ScheduleOptions.faceswap()))
            .withPreviewSeconds(86400)
            .withCheckpointSeconds(86400);

    @TempDir
    private Path temporary;

    private RunFolder folder;

    @BeforeEach
    void nameTheRun() {
        folder = new RunFolder(temporary.resolve("first"));
    }

    @Test
    void aChangeHoldsFromTheNextStepOnAndIsWrittenDown() throws Exception {
        var changed = OPTIONS.withLearningRate(0.0005);
        train(folder, OPTIONS, (run, step) -> {
            if (step.step() == 4) {
                run.change(options -> options.withLearningRate(0.0005));
                assertEquals(changed, run.options());
            }
        });
        var rows = folder.history();
        for (var row : rows) {
            assertEquals(row.step() <= 4 ? 0.0015 : 0.0005, row.learningRate(), 1e-12, "step " + row.step());
        }
        var change = new OptionChange(4, rows.get(3).seconds(), "learningRate", "0.0015", "5.0E-4");
        assertEquals(List.of(change), folder.changes());
        assertEquals(List.of(change), folder.card().changes());
        assertEquals(changed, folder.options());
    }

    @Test
    void aChangeOfWarpTeachesWhatAStoppedRunThatGoesOnWithItLearns() throws Exception {
        var whole = new RunFolder(temporary.resolve("whole"));
        train(whole, OPTIONS, (run, step) -> {
            if (step.step() == 5) {
                run.change(WARPED);
            }
        });
        train(folder, OPTIONS, (run, step) -> {
            if (step.step() == 5) {
                run.stop();
            }
        });
        train(folder, WARPED.apply(OPTIONS), (run, step) -> {});
        assertEquals(losses(whole), losses(folder));
        assertEquals(names(whole.changes()), names(folder.changes()));
        assertTrue(names(folder.changes()).contains("5 learn.augment.warp"));

        var plain = new RunFolder(temporary.resolve("plain"));
        train(plain, OPTIONS, (run, step) -> {});
        assertEquals(losses(plain).subList(0, 5), losses(whole).subList(0, 5));
        assertNotEquals(losses(plain).subList(5, 6), losses(whole).subList(5, 6));
    }

    @Test
    void aLongerBudgetHoldsWhileTheRunGoesOn() throws Exception {
        train(folder, OPTIONS, (run, step) -> {
            if (step.step() == 3) {
                run.change(options -> options.withSteps(14));
            }
        });
        assertEquals(14, folder.history().size());
    }

    @Test
    void whatWouldBeAnotherRunIsRefusedAndNamed() throws Exception {
        try (var run = TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), OPTIONS, DrawnSides.NO_STARTS)) {
            assertRefused(run, "seed of the run first cannot change from 1 to 2", options -> options.withSeed(2));
            assertRefused(run, "batch of the run first cannot change from 2 to 3", options -> options.withBatch(3));
            assertRefused(
                    run,
                    "design.channels.first of the run first cannot change from 8 to 12",
                    options -> options.withDesign(options.design().withWidth(12)));
            assertRefused(
                    run,
                    "learn.losses.terms of the run first cannot change from ABSOLUTE 1.0, STRUCTURE 1.0"
                            + " to ABSOLUTE 1.0, STRUCTURE 0.5",
                    options -> options.withLearn(options.learn().withLoss(LossKind.STRUCTURE, 0.5)));
            assertEquals(OPTIONS, run.options());
            run.start(SILENT);
            run.await();
            var late = assertThrows(
                    IllegalStateException.class, () -> run.change(options -> options.withLearningRate(0.001)));
            assertEquals(
                    "the run first has ended: train under the same name with other options to go on",
                    late.getMessage());
        }
        assertTrue(folder.changes().isEmpty());
    }

    @Test
    void changesThatNoCheckpointKnowsAreForgotten() throws Exception {
        train(folder, OPTIONS.withSteps(6), (run, step) -> {
            if (step.step() == 2) {
                run.change(WARPED);
            }
        });
        var known = folder.changes();
        // what a run that was killed at step 8 has written since its checkpoint of step 6
        Files.writeString(
                folder.changesFile(),
                "{\"step\":7,\"seconds\":9.0,\"what\":\"learningRate\",\"from\":\"1\",\"to\":\"2\",\"reason\":\"\"}\n{\"step\":8,",
                StandardOpenOption.APPEND);
        train(folder, WARPED.apply(OPTIONS.withSteps(6)), (run, step) -> {});
        assertEquals(known, folder.changes());
        assertEquals(known, folder.card().changes());
    }

    @Test
    void aTornLineIsForgottenBeforeTheNextIsWritten() throws Exception {
        train(folder, OPTIONS.withSteps(4), (run, step) -> {});
        Files.writeString(folder.changesFile(), "{\"step\":2,\"seco");
        train(folder, OPTIONS.withSteps(6), (run, step) -> {});
        assertEquals(List.of("4 steps"), names(folder.changes()));
        train(folder, OPTIONS.withSteps(8), (run, step) -> {});
        assertEquals(List.of("4 steps", "6 steps"), names(folder.changes()));
    }

    @Test
    void optionsWithWhichNoStepWasTakenAreNoChange() throws Exception {
        train(folder, OPTIONS, (run, step) -> {
            switch (step.step()) {
                case 2 -> run.change(options -> options.withLearningRate(0.0005));
                case 4 -> {
                    run.change(WARPED);
                    run.stop();
                }
                default -> {}
            }
        });
        var held = folder.changes();
        assertEquals(List.of("2 learningRate"), names(held));
        var old = OPTIONS.withLearningRate(0.0005);
        for (int again = 0; again < 2; again++) {
            try (var run =
                    TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), WARPED.apply(old), DrawnSides.NO_STARTS)) {
                run.stop();
                run.start(SILENT);
                run.await();
            }
            assertEquals(held, folder.changes());
            assertEquals(held, folder.card().changes());
        }
        // what a run with other options that was killed in its first step has written
        Files.writeString(
                folder.changesFile(),
                "{\"step\":4,\"seconds\":9.0,\"what\":\"minutes\",\"from\":\"0.0\",\"to\":\"2.0\",\"reason\":\"\"}\n",
                StandardOpenOption.APPEND);
        train(folder, old, (run, step) -> {});
        assertEquals(10, folder.history().size());
        assertEquals(held, folder.changes());
        assertEquals(held, folder.card().changes());
    }

    @Test
    void savingAndPreviewsAreDoneAfterTheStep() throws Exception {
        train(folder, OPTIONS, (run, step) -> {
            switch (step.step()) {
                case 3 -> run.preview();
                case 5 -> run.save();
                case 6 -> assertTrue(Files.exists(folder.checkpoints().resolve("step-00000005")));
                default -> {}
            }
        });
        assertEquals(
                List.of("preview-00000000.png", "preview-00000003.png", "preview-00000010.png"),
                folder.previews().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    @Test
    void watchersComeAndGo() throws Exception {
        var seen = new ArrayList<Integer>();
        var watching = new AtomicReference<Optional<Watching>>(Optional.empty());
        train(folder, OPTIONS, (run, step) -> {
            if (step.step() == 3) {
                watching.set(Optional.of(run.watch(row -> seen.add(row.step()))));
            } else if (step.step() == 7) {
                watching.get().orElseThrow().close();
            }
        });
        assertEquals(List.of(3, 4, 5, 6), seen);
    }

    @Test
    void aWatcherThatFailsEndsItsOwnWatchingAlone() throws Exception {
        var failure = new IllegalStateException("on purpose");
        var told = new ArrayList<Integer>();
        try (var run = TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), OPTIONS, DrawnSides.NO_STARTS)) {
            var failing = run.watch(step -> {
                told.add(step.step());
                throw failure;
            });
            var sound = run.watch(step -> told.add(-step.step()));
            run.start(SILENT);
            run.await();
            assertEquals(RunState.FINISHED, run.state());
            assertSame(failure, failing.failure().orElseThrow());
            assertTrue(sound.failure().isEmpty());
        }
        assertEquals(List.of(1, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10), told);
    }

    @Test
    void interruptingWhoeverWaitsStopsTheRunAndLosesNothing() throws Exception {
        var started = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        try (var run = TrainingRun.open(
                folder, DrawnSides.a(), DrawnSides.b(), OPTIONS.withSteps(1_000_000), DrawnSides.NO_STARTS)) {
            run.start(step -> started.countDown());
            var waiting = new Thread(() -> thrown.set(assertThrows(InterruptedException.class, run::await)));
            waiting.start();
            started.await();
            waiting.interrupt();
            waiting.join();
            assertEquals(RunState.STOPPED, run.state());
            assertFalse(waiting.isInterrupted());
        }
        assertEquals(InterruptedException.class, thrown.get().getClass());
        var saved = Checkpoint.newest(folder.checkpoints()).orElseThrow().facts();
        assertTrue(saved.step() > 0);
        assertEquals(saved.step(), folder.history().size());
    }

    @Test
    void whatOpeningRefusesReachesWhoeverOpensAndLeavesTheFolderFree() throws Exception {
        train(folder, OPTIONS, (run, step) -> {});
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> TrainingRun.open(
                        folder, DrawnSides.a(), DrawnSides.b(), OPTIONS.withSeed(2), DrawnSides.NO_STARTS));
        assertTrue(refusal.getMessage().startsWith("seed of this run"), refusal.getMessage());
        TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), OPTIONS, DrawnSides.NO_STARTS)
                .close();
    }

    @Test
    void closingTwiceChangesNothing() throws IOException {
        var run = TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), OPTIONS, DrawnSides.NO_STARTS);
        run.close();
        run.close();
        assertEquals(
                "the run first is closed: open it again to go on with it",
                assertThrows(IllegalStateException.class, () -> run.start(SILENT))
                        .getMessage());
    }

    /** What a test does after each step. */
    private interface Step {
        void after(TrainingRun run, TrainStep step);
    }

    private static void train(RunFolder folder, TrainOptions options, Step act) throws Exception {
        try (var run = TrainingRun.open(folder, DrawnSides.a(), DrawnSides.b(), options, DrawnSides.NO_STARTS)) {
            run.start(step -> act.after(run, step));
            run.await();
        }
    }

    private static void assertRefused(TrainingRun run, String beginning, UnaryOperator<TrainOptions> change) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> run.change(change));
        assertTrue(
                refusal.getMessage().startsWith(beginning + " on the way: change learningRate"), refusal.getMessage());
    }

    private static List<List<Float>> losses(RunFolder folder) throws IOException {
        return folder.history().stream()
                .map(row -> List.of(row.lossA(), row.lossB()))
                .toList();
    }

    private static List<String> names(List<OptionChange> changes) {
        return changes.stream()
                .map(change -> change.step() + " " + change.what())
                .toList();
    }
}
