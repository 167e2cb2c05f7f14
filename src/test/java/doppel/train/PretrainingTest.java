package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.CrowdOptions;
import doppel.dataset.AugmentOptions;
import doppel.dataset.CrowdFaces;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {

    private static final Consumer<TrainStep> SILENT = step -> {};

    private static final PretrainOptions OPTIONS = PretrainOptions.standard(DrawnSides.tinyDesign())
            .withBudget(20, 0)
            .withBatch(2, 2)
            .withAugment(AugmentOptions.none());

    private static final CrowdOptions SOURCE =
            CrowdOptions.standard().withCount(2).withFrames(8).withTroupe(2);

    @TempDir
    Path folder;

    @Test
    void aRunThatBeginsWithAStartBeginsLower() throws Exception {
        learn("tiny", OPTIONS.withBudget(300, 0), SILENT);
        var starts = new Starts(folder.resolve("starts"));
        var fromStart = firstLoss("from-start", usual(3), starts);
        var fromScratch = firstLoss("from-scratch", DrawnSides.tinyOptions(3), starts);
        assertTrue(fromStart < 0.95 * fromScratch, fromStart + " is not below " + fromScratch);
    }

    @Test
    void theCardTellsTheCrowdAndTheLicence() throws IOException {
        var card = learned("tiny").named("tiny").card();
        assertEquals(SOURCE, card.crowd());
        assertEquals(OPTIONS, card.options());
        assertEquals(2, card.people());
        assertEquals(16, card.faces());
        assertEquals("CC0-1.0", card.licence());
        assertTrue(card.steps() > 0 && card.loss() > 0);
    }

    @Test
    void bothPeopleBeginAsTheMeanOfTheCrowd() throws IOException {
        var start = learned("tiny").named("tiny");
        try (var model = start.open(DrawnSides.tinyDesign(), 2)) {
            model.weightsOf(0)
                    .forEach((name, weight) -> assertArrayEquals(
                            weight.toFloatArray(),
                            model.weightsOf(1)
                                    .get(name.replace("person.0", "person.1"))
                                    .toFloatArray(),
                            name));
        }
    }

    @Test
    void theFirstStepsMoveOnlyWhatEachPersonHasAlone() throws Exception {
        var starts = learned("tiny");
        var options = usual(4); // of 40 own ones
        try (var before = starts.named("tiny").open(DrawnSides.tinyDesign(), 2);
                var after = trained("own", options, starts)) {
            var own = new ArrayList<>(before.weightsOf(0).keySet());
            own.addAll(before.weightsOf(1).keySet());
            var learned = after.weights();
            before.weights().forEach((name, weight) -> {
                var same = weight.eq(learned.get(name)).all().getBoolean();
                assertEquals(!own.contains(name), same, name);
            });
        }
    }

    @Test
    void theCardOfARunTellsItsStart() throws Exception {
        var starts = learned("tiny");
        trained("run", usual(2), starts).close();
        var card = new RunFolder(folder.resolve("run")).card();
        assertEquals("tiny", card.start());
        assertEquals(starts.named("tiny").sha256(), card.startSha256());
        trained("other", DrawnSides.tinyOptions(2), starts).close();
        var other = new RunFolder(folder.resolve("other")).card();
        assertEquals(TrainOptions.SCRATCH, other.start());
        assertEquals("", other.startSha256());
    }

    @Test
    void aRunKeepsItsStartAlsoIfABetterOneCame() throws Exception {
        var none = new Starts(folder.resolve("starts"));
        trained("run", usual(2), none).close();
        var starts = learned("tiny");
        trained("run", usual(4), starts).close();
        assertEquals(
                TrainOptions.SCRATCH,
                new RunFolder(folder.resolve("run")).card().start());
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        var options = OPTIONS.withBudget(50, 0);
        Consumer<TrainStep> interrupting = step -> {
            if (step.step() == 5) {
                Thread.currentThread().interrupt();
            }
        };
        assertThrows(InterruptedIOException.class, () -> learn("tiny", options, interrupting));
        assertEquals(List.of(), new Starts(folder.resolve("starts")).names());
        var steps = new ArrayList<Integer>();
        assertThrows(
                InterruptedIOException.class,
                () -> learn("tiny", options, step -> {
                    steps.add(step.step());
                    Thread.currentThread().interrupt();
                }));
        assertEquals(List.of(6), steps);
    }

    @Test
    void refusesADesignWithOtherShapes() throws IOException {
        var start = learned("tiny").named("tiny");
        var wider = ModelDesign.fast()
                .withName("tiny")
                .withWidth(16)
                .withCrop(DrawnSides.tinyDesign().crop());
        var refusal = assertThrows(IllegalArgumentException.class, () -> start.open(wider, 2));
        assertTrue(refusal.getMessage().startsWith("the start tiny is for the design"), refusal.getMessage());
    }

    @Test
    void aStartThatIsNotThereIsNamed() {
        var starts = new Starts(folder.resolve("starts"));
        var fault = assertThrows(IOException.class, () -> starts.named("fast").open(ModelDesign.fast(), 2));
        assertTrue(fault.getMessage().startsWith("there is no start fast in "), fault.getMessage());
    }

    @Test
    void takesAsManyStepsAsItWasTold() throws IOException {
        assertEquals(20, learned("tiny").named("tiny").card().steps());
        assertEquals(0.5, OPTIONS.done(10, 1e6));
        assertEquals(0.25, OPTIONS.withBudget(0, 2).done(10, 30));
    }

    @Test
    void refusesToLearnForever() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> OPTIONS.withBudget(0, 0));
        assertEquals(
                "pre-training needs a number of steps or minutes above 0, got 0 and 0.0; try 60 minutes",
                refusal.getMessage());
    }

    @Test
    void refusesADesignWhosePeopleShareNoDecoder() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> PretrainOptions.standard(ModelDesign.light()));
        assertEquals(
                "the design light gives each person a decoder, which no other person can begin with; try fast",
                refusal.getMessage());
    }

    private static TrainOptions usual(int steps) {
        return DrawnSides.tinyOptions(steps).withStart(TrainOptions.USUAL);
    }

    private double firstLoss(String run, TrainOptions options, Starts starts) throws Exception {
        trained(run, options, starts).close();
        return new RunFolder(folder.resolve(run)).history().get(0).lossA();
    }

    private SwapModel trained(String name, TrainOptions options, Starts starts) throws Exception {
        var run = new RunFolder(folder.resolve(name));
        try (var training = TrainingRun.open(run, DrawnSides.a(), DrawnSides.b(), options, starts)) {
            training.start(SILENT);
            return training.await().openModel();
        }
    }

    private Starts learned(String name) throws IOException {
        if (!Files.exists(folder.resolve("starts").resolve(name))) {
            learn(name, OPTIONS, SILENT);
        }
        return new Starts(folder.resolve("starts"));
    }

    private void learn(String name, PretrainOptions options, Consumer<TrainStep> progress) throws IOException {
        var start = folder.resolve("starts").resolve(name);
        Pretraining.learn(folder.resolve("pretrain-" + name), crowd(), SOURCE, options, start, progress);
    }

    /** Two drawn people, in the same eight moments. */
    private static CrowdFaces crowd() {
        return new CrowdFaces(List.of(DrawnSides.a(), DrawnSides.b()).stream()
                .map(side -> new CrowdFaces.Member(
                        side.faces(),
                        IntStream.range(0, side.faces().size()).boxed().toList(),
                        0))
                .toList());
    }
}
