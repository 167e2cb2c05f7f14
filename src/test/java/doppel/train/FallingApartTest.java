package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose weights are no longer numbers, or whose loss explodes. */
@Timeout(120)
class FallingApartTest {

    /** A constant rate, so that a row of the history shows the share that is left. */
    private static final TrainOptions OPTIONS = DrawnSides.tinyOptions(12)
            .withLearn(DrawnSides.tinyOptions(12)
                    .learn()
                    .withSchedule(ScheduleOptions.faceswap().withWarmUpSteps(0)))
            .withPreviewSeconds(86400)
            .withCheckpointSeconds(86400);

    @TempDir
    private Path temporary;

    private RunFolder folder;
    private Requests requests;
    private TrainingSide a = DrawnSides.a();
    private TrainingSide b = DrawnSides.b();
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void nameTheRun() {
        folder = new RunFolder(temporary.resolve("first"));
    }

    @Test
    void goesBackToTheLastCheckpointAndOnAtHalfTheRate() throws Exception {
        train(OPTIONS, (loop, step) -> {
            if (step == 6) {
                requests.save();
            } else if (step == 9 && told.size() == 9) {
                poison(loop);
            }
        });
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 7, 8, 9, 10, 11, 12), told);
        var rows = folder.history();
        assertEquals(
                IntStream.rangeClosed(1, 12).boxed().toList(),
                rows.stream().map(TrainStep::step).toList());
        for (var row : rows) {
            assertEquals(row.step() <= 6 ? 0.0015 : 0.00075, row.learningRate(), 1e-12, "step " + row.step());
            assertTrue(Float.isFinite(row.lossA() + row.gradientNorm()), "step " + row.step());
        }
        assertTrue(rows.get(6).seconds() > rows.get(5).seconds());
        var change = folder.changes().get(0);
        assertEquals(
                new OptionChange(
                        6, change.seconds(), "learningRate", "0.0015", "7.5E-4", "the loss of side A became NaN"),
                change);
        assertEquals("learningRate 0.0015 to 0.00075: the loss of side A became NaN", change.words());
        assertEquals(List.of(change), folder.changes());
        assertEquals(List.of(change), folder.card().changes());
        assertEquals(OPTIONS, folder.options());
        assertEquals(0.5, facts().rateShare(), 0);
        try (var model = folder.openModel()) {
            model.weights()
                    .values()
                    .forEach(weight -> assertTrue(Float.isFinite(weight.sum().getFloat())));
        }
    }

    @Test
    void beforeAnythingWasSavedItBeginsAgain() throws Exception {
        train(OPTIONS, (loop, step) -> {
            if (step == 3 && told.size() == 3) {
                poison(loop);
            }
        });
        assertEquals(List.of(1, 2, 3, 1, 2, 3), told.subList(0, 6));
        assertEquals(12, folder.history().size());
        assertEquals(0.00075, folder.history().get(0).learningRate(), 1e-12);
        assertEquals(
                List.of(0), folder.changes().stream().map(OptionChange::step).toList());
    }

    @Test
    void afterThreeReturnsInARowItEnds() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> train(OPTIONS, (loop, step) -> {
                    if (step == 2) {
                        poison(loop);
                    }
                }));
        assertEquals(List.of(1, 2, 1, 2, 1, 2, 1, 2), told);
        assertEquals(
                "the loss of side A became NaN after 2 steps at a learning rate of 1.875E-4:"
                        + " nothing was saved yet, so start again with a lower rate, such as 9.375E-5",
                refusal.getMessage());
    }

    @Test
    void returnsWithCheckpointsInBetweenDoNotAddUp() throws Exception {
        train(OPTIONS, (loop, step) -> {
            requests.save();
            if (step % 2 == 0 && step < 12 && !told.subList(0, told.size() - 1).contains(step)) {
                poison(loop);
                requests.takeSave();
            }
        });
        assertEquals(12, folder.history().size());
        assertEquals(0.0015 / 32, folder.history().get(11).learningRate(), 1e-12);
        assertEquals(
                List.of("0.0015", "7.5E-4", "3.75E-4", "1.875E-4", "9.375E-5"),
                folder.changes().stream().map(OptionChange::from).toList());
    }

    @Test
    void aRunThatIsStoppedGoesOnAtTheRateThatIsLeft() throws Exception {
        train(OPTIONS, (loop, step) -> {
            if (step == 3 && told.size() == 3) {
                poison(loop);
            } else if (step == 5) {
                requests.stop();
            }
        });
        train(OPTIONS, (loop, step) -> {});
        assertEquals(0.00075, folder.history().get(11).learningRate(), 1e-12);
        assertEquals(1, folder.changes().size());
    }

    @Test
    void whoeverAsksForAnotherRateGetsAllOfIt() throws Exception {
        train(OPTIONS, (loop, step) -> {
            if (step == 3 && told.size() == 3) {
                poison(loop);
            } else if (step == 8) {
                requests.change(options -> options.withLearningRate(0.001));
            }
        });
        assertEquals(0.00075, folder.history().get(7).learningRate(), 1e-12);
        assertEquals(0.001, folder.history().get(8).learningRate(), 1e-12);
        assertEquals(1, facts().rateShare(), 0);
    }

    @Test
    void aLossThatExplodesIsNoticed() throws Exception {
        train(OPTIONS.withSteps(200), (loop, step) -> {
            if (step == 100) {
                requests.save();
                requests.change(options -> options.withLearningRate(0.1));
            }
        });
        var reasons = folder.changes().stream().map(OptionChange::reason).toList();
        assertTrue(reasons.stream().anyMatch(reason -> reason.startsWith("the loss rose from")), reasons.toString());
    }

    @Test
    void aNetworkThatDrawsOneFaceForAllIsNoticedBeforeItIsSaved() throws Exception {
        a = DrawnSides.sparing(a);
        b = DrawnSides.sparing(b);
        train(OPTIONS, (loop, step) -> {
            if (step == 4 && told.size() == 4) {
                empty(loop);
                requests.save();
            }
        });
        assertEquals(List.of(1, 2, 3, 4, 1, 2), told.subList(0, 6));
        assertEquals(
                "learningRate 0.0015 to 0.00075: one face was drawn for all",
                folder.changes().get(0).words());
    }

    /** What a test does after each step. */
    private interface Act {
        void after(TrainingLoop loop, int step) throws IOException;
    }

    private void train(TrainOptions options, Act act) throws IOException, InterruptedException {
        requests = new Requests("first", options);
        try (var loop = TrainingLoop.open(folder, a, b, options, DrawnSides.NO_STARTS)) {
            loop.run(requests, row -> {
                told.add(row.step());
                try {
                    act.after(loop, row.step());
                } catch (IOException fault) {
                    throw new IllegalStateException(fault);
                }
            });
        }
    }

    private static void poison(TrainingLoop loop) {
        Torch.withoutGradients(
                () -> loop.trainer().model().weights().get("encoder.0.bias").muli(Float.NaN));
    }

    private static void empty(TrainingLoop loop) {
        for (var weight : loop.trainer().model().weights().values()) {
            Torch.withoutGradients(() -> weight.muli(0));
        }
    }

    private Checkpoint.Facts facts() throws IOException {
        return Checkpoint.newest(folder.checkpoints()).orElseThrow().facts();
    }
}
