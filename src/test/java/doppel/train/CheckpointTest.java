package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.dataset.AugmentOptions;
import doppel.dataset.FaceBatches;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    private static final TrainOptions OPTIONS = DrawnSides.tinyOptions(100).withSeed(5);
    private static final List<Person> PEOPLE = List.of(new Person("drawn-a", 8, "aa"), new Person("drawn-b", 8, "bb"));

    @TempDir
    private Path folder;

    private Trainer trainer;

    @BeforeEach
    void takeAFewSteps() throws InterruptedException {
        trainer = new Trainer(SwapModel.create(OPTIONS.design(), OPTIONS.seed()), OPTIONS.learn());
        try (var batches =
                new FaceBatches(DrawnSides.a().faces(), DrawnSides.b().faces(), AugmentOptions.none(), 2, 1, 0)) {
            for (int step = 0; step < 3; step++) {
                try (var batch = batches.take()) {
                    trainer.step(batch.input(), batch.target(), batch.weights(), 0.002);
                }
            }
        }
    }

    @AfterEach
    void free() {
        trainer.close();
    }

    @Test
    void aCheckpointBringsBackWeightsAndOptimizer() throws IOException {
        write(3);
        var checkpoint = Checkpoint.newest(folder).orElseThrow();
        try (var back = new Trainer(checkpoint.openModel(), OPTIONS.learn())) {
            checkpoint.restore(back);
            trainer.model()
                    .weights()
                    .forEach((name, array) -> assertArrayEquals(
                            array.toFloatArray(),
                            back.model().weights().get(name).toFloatArray(),
                            0,
                            name));
            trainer.adam()
                    .memory()
                    .forEach((name, array) -> assertArrayEquals(
                            array.toFloatArray(), back.adam().memory().get(name).toFloatArray(), 0, name));
            assertEquals(3, back.adam().memory().get("count.person.0.0.weight").getFloat(), 0);
        }
    }

    @Test
    void aCheckpointSaysStepTimeOptionsAndPeople() throws IOException {
        write(3);
        var facts = Checkpoint.newest(folder).orElseThrow().facts();
        assertEquals(3, facts.step());
        assertEquals(1.5, facts.seconds(), 0);
        assertEquals(OPTIONS, facts.options());
        assertEquals(PEOPLE, facts.people());
    }

    @Test
    void theTwoNewestAreKept() throws IOException {
        for (int step = 1; step <= 4; step++) {
            write(step);
        }
        assertEquals(List.of("step-00000003", "step-00000004"), names());
    }

    @Test
    void withoutACheckpointThereIsNone() throws IOException {
        assertTrue(Checkpoint.newest(folder.resolve("nowhere")).isEmpty());
    }

    @Test
    void whateverFileIsTornTheOneBeforeIsUsed() throws IOException {
        for (var file : List.of("model.safetensors", "model.json", "optimizer.safetensors", "checkpoint.json")) {
            write(1);
            write(2);
            var torn = folder.resolve("step-00000002").resolve(file);
            Files.write(torn, java.util.Arrays.copyOf(Files.readAllBytes(torn), (int) Files.size(torn) / 2));
            assertEquals(1, Checkpoint.newest(folder).orElseThrow().facts().step(), file);
            Files.delete(torn);
            assertEquals(1, Checkpoint.newest(folder).orElseThrow().facts().step(), file);
        }
    }

    @Test
    void aCheckpointThatWasBeingWrittenIsIgnoredAndReplaced() throws IOException {
        write(1);
        var part = Files.createDirectory(folder.resolve("step-00000002.part"));
        Files.writeString(part.resolve("model.safetensors"), "half of it");
        assertEquals(1, Checkpoint.newest(folder).orElseThrow().facts().step());
        write(2);
        assertEquals(2, Checkpoint.newest(folder).orElseThrow().facts().step());
        assertEquals(List.of("step-00000001", "step-00000002"), names());
    }

    @Test
    void budgetRateScheduleClipIntervalsAndAugmentationMayChange() throws IOException {
        write(1);
        var checkpoint = Checkpoint.newest(folder).orElseThrow();
        checkpoint.requireSameRun(OPTIONS.withSteps(7), PEOPLE);
        checkpoint.requireSameRun(OPTIONS.withMinutes(7), PEOPLE);
        checkpoint.requireSameRun(OPTIONS.withLearningRate(0.01), PEOPLE);
        checkpoint.requireSameRun(OPTIONS.withPreviewSeconds(7), PEOPLE);
        checkpoint.requireSameRun(OPTIONS.withCheckpointSeconds(7), PEOPLE);
        checkpoint.requireSameRun(OPTIONS.withLearn(OPTIONS.learn().withAugment(AugmentOptions.faceswap())), PEOPLE);
        checkpoint.requireSameRun(
                OPTIONS.withLearn(OPTIONS.learn().withSchedule(new ScheduleOptions(false, 7, 40, 0.3))), PEOPLE);
        checkpoint.requireSameRun(
                OPTIONS.withLearn(OPTIONS.learn()
                        .withOptimizer(OPTIONS.learn().optimizer().withClip(2))),
                PEOPLE);
    }

    @Test
    void anotherRunIsRefusedNamingBothValues() throws IOException {
        write(1);
        assertRefused("batch of this run", "is 2 and cannot become 3", OPTIONS.withBatch(3), PEOPLE);
        assertRefused("seed of this run", "is 5 and cannot become 6", OPTIONS.withSeed(6), PEOPLE);
        assertRefused(
                "design.channels.first of this run",
                "is 8 and cannot become 12: go on as it was, or train under another name",
                OPTIONS.withDesign(OPTIONS.design().withWidth(12)),
                PEOPLE);
        assertRefused(
                "learn.optimizer.beta1 of this run",
                "is 0.5 and cannot become 0.9",
                OPTIONS.withLearn(OPTIONS.learn()
                        .withOptimizer(OPTIONS.learn().optimizer().withBeta1(0.9))),
                PEOPLE);
        assertRefused(
                "learn.losses.terms of this run",
                "is ABSOLUTE 1.0, STRUCTURE 1.0 and cannot become ABSOLUTE 1.0, STRUCTURE 0.5",
                OPTIONS.withLearn(OPTIONS.learn().withLoss(LossKind.STRUCTURE, 0.5)),
                PEOPLE);
        var otherFaces = List.of(PEOPLE.get(0), new Person("drawn-b", 9, "cc"));
        assertRefused("side B of this run", "faces=9", OPTIONS, otherFaces);
    }

    private void assertRefused(String beginning, String part, TrainOptions options, List<Person> people)
            throws IOException {
        var checkpoint = Checkpoint.newest(folder).orElseThrow();
        var refusal = assertThrows(IllegalStateException.class, () -> checkpoint.requireSameRun(options, people));
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    private void write(int step) throws IOException {
        Checkpoint.write(folder, step, 1.5, OPTIONS, PEOPLE, trainer);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
