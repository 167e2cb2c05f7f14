package doppel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import doppel.media.Clip;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.FramePicker;
import doppel.media.FrameReader;
import doppel.media.MarkedWriter;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.SourceType;
import doppel.provenance.Xmp;
import doppel.swap.SwapOptions;
import doppel.swap.SwappedClip;
import doppel.train.RunFolder;
import doppel.train.RunState;
import doppel.train.TrainOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole workflow at once, small: seconds of clip, 100 steps, a swap, a score, and the marks read back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchTest {

    private static final int STEPS = 100;

    /** Every twelfth frame of the clips: 60 faces of A, 30 of B. */
    private static final ExtractOptions FEW = ExtractOptions.standard().withEveryNth(12);

    private Path project;
    private Workbench bench;
    private Path target;
    private RunFolder run;
    private SwappedClip swap;
    private JsonNode report;

    @BeforeAll
    void extractTrainSwapReport(@TempDir Path folder) throws Exception {
        project = folder;
        Files.createDirectories(project.resolve("data"));
        for (var name : List.of("models", "samples")) {
            Files.createSymbolicLink(
                    project.resolve("data").resolve(name), Path.of("data", name).toAbsolutePath());
        }
        bench = Workbench.open(project);
        target = project.resolve("target.mp4");
        // frames 10 to 14 show no face
        rewrite(bench.actor("b").clip(), target, 30, frame -> frame.number() / 5 == 2 ? gray(frame) : frame);
        try (var training = bench.train("smoke", faces("a"), faces("b"), options(), step -> {})) {
            run = training.await();
            assertEquals(RunState.FINISHED, training.state());
        }
        swap = bench.swap(run, target, run.path().resolve("swap.mp4"), SwapOptions.standard(), step -> {});
        bench.report(run, 1);
        report = Json.mapper().readTree(run.path().resolve("report.json").toFile());
    }

    @AfterAll
    void close() throws IOException {
        bench.close();
        for (var name : List.of("models", "samples")) {
            Files.delete(project.resolve("data").resolve(name));
        }
    }

    @Test
    void defect02_theLossIsAboveZeroAndFalls() throws IOException {
        var steps = run.history();
        assertEquals(STEPS, steps.size());
        var first = steps.subList(0, 10).stream().mapToDouble(step -> step.lossA() + step.lossB());
        var last = steps.subList(STEPS - 10, STEPS).stream().mapToDouble(step -> step.lossA() + step.lossB());
        var lossAtFirst = first.average().orElseThrow();
        var lossAtLast = last.average().orElseThrow();
        assertTrue(lossAtLast > 0 && lossAtLast < 0.8 * lossAtFirst, lossAtFirst + " -> " + lossAtLast);
    }

    @Test
    void defect21_framesWithoutAFaceAreWrittenToo() throws IOException {
        assertEquals(30, swap.frames());
        assertEquals(25, swap.swapped());
        assertEquals(30, Clip.probe(run.path().resolve("swap.mp4")).frames());
    }

    @Test
    void defect04_theSwapRunsToItsEndAndKeepsSizeRateAndSound() throws IOException {
        var before = Clip.probe(target);
        var after = Clip.probe(run.path().resolve("swap.mp4"));
        assertEquals(before.width(), after.width());
        assertEquals(before.height(), after.height());
        assertEquals(before.framesPerSecond(), after.framesPerSecond(), 0.01);
        assertTrue(before.sound() && after.sound());
        assertEquals(before.seconds(), after.seconds(), 1 / before.framesPerSecond());
    }

    @Test
    void theTargetIsLeftAsItWas() throws IOException {
        var manifest = Manifest.read(Manifest.beside(run.path().resolve("swap.mp4")));
        var input = manifest.origin().inputs().get(0);
        assertEquals("target.mp4", input.name());
        assertEquals(doppel.provenance.Sha256.of(target), input.sha256());
    }

    @Test
    void theMarksAreReadBackFromTheSwap() throws IOException {
        var clip = run.path().resolve("swap.mp4");
        assertEquals(
                Optional.of(SourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA),
                Xmp.of(clip).map(Xmp::sourceType));
        var manifest = Manifest.read(Manifest.beside(clip));
        assertEquals(List.of(), manifest.check(run.path()));
        assertEquals(List.of("actor-a", "actor-b"), manifest.origin().consents());
    }

    @Test
    void everyPreviewCarriesItsMarks() throws IOException {
        assertTrue(run.previews().size() >= 2);
        for (var preview : run.previews()) {
            assertEquals(
                    Optional.of(SourceType.TRAINED_ALGORITHMIC_MEDIA),
                    Xmp.of(preview).map(Xmp::sourceType));
        }
    }

    @Test
    void theReportHasTheNumbersThatItPromises() {
        for (var name : List.of(
                "psnr",
                "ssim",
                "psnrNoSwap",
                "ssimNoSwap",
                "psnrWarpPaste",
                "ssimWarpPaste",
                "identityToA",
                "identityToB",
                "steps",
                "secondsTraining",
                "facesPerSecond",
                "framesPerSecondSwap",
                "secondsTotal")) {
            assertTrue(report.path(name).isNumber(), name + " in " + report);
        }
        assertEquals(STEPS, report.path("steps").asInt());
    }

    /** Floors below what 100 steps reach: a crop, a transform or a channel order that is off falls under them. */
    @Test
    void evenAHundredStepsShowTheOtherPerson() {
        assertTrue(report.path("psnr").asDouble() > 16, report.path("psnr").asText());
        assertTrue(report.path("ssim").asDouble() > 0.45, report.path("ssim").asText());
        assertTrue(
                report.path("nearerA").asDouble() > 0.6, report.path("nearerA").asText());
    }

    /** What needs no training is known exactly, within what another machine's arithmetic may change. */
    @Test
    void theBaselinesAreWhatTheyAlwaysAre() {
        assertEquals(23.42, report.path("psnrNoSwap").asDouble(), 0.1);
        assertEquals(0.739, report.path("ssimNoSwap").asDouble(), 0.01);
        assertEquals(23.8, report.path("psnrWarpPaste").asDouble(), 0.4);
    }

    @Test
    void sideBySideShowsBothInStep() throws IOException {
        var output = project.resolve("side-by-side.mp4");
        bench.sideBySide(run, target, run.path().resolve("swap.mp4"), output);
        var pair = Clip.probe(output);
        assertEquals(1024, pair.width());
        assertEquals(512, pair.height());
        assertEquals(30, pair.frames());
    }

    @Test
    void aRunGoesOnWithTheSameCommand() throws Exception {
        try (var training = bench.train("smoke", faces("a"), faces("b"), options(), step -> {})) {
            training.await();
            assertEquals(STEPS, training.step());
        }
        var other = project.resolve("data/runs/other");
        assertNotEquals(other, run.path());
        assertTrue(Files.notExists(other));
    }

    @Test
    void aSwapperAsksForConsentFirst(@TempDir Path elsewhere) {
        try (var stranger = Workbench.open(elsewhere)) {
            var refusal =
                    assertThrows(IllegalStateException.class, () -> stranger.swapper(run, SwapOptions.standard()));
            assertTrue(refusal.getMessage().startsWith("actor-a has no consent on file"), refusal.getMessage());
        }
    }

    @Test
    void timingAStepAsksForConsentFirst() throws IOException {
        var stranger = bench.extract(target, "stranger", project.resolve("stranger"), FEW, step -> {});
        var refusal = assertThrows(
                IllegalStateException.class, () -> bench.stepTimes(stranger, stranger, TrainOptions.quick(), 3));
        assertTrue(refusal.getMessage().contains("stranger has no consent"), refusal.getMessage());
    }

    @Test
    void aSwapperShowsWhatBecameOfAFrame() throws IOException {
        try (var other = Workbench.open(project)) {
            var swapper = other.swapper(run, SwapOptions.standard());
            assertTrue(swapper.steps(FramePicker.at(target, 3).picture()).isPresent());
            assertTrue(swapper.steps(FramePicker.at(target, 12).picture()).isEmpty());
        }
    }

    private FaceFolder faces(String name) throws IOException {
        var actor = bench.actor(name);
        return bench.extract(actor.clip(), actor.alias(), bench.faces(actor.alias()), FEW, step -> {});
    }

    private static TrainOptions options() {
        return TrainOptions.quick().withBudget(STEPS, 0);
    }

    /** The first frames of a clip as a clip of their own. */
    private static void rewrite(Path from, Path to, int frames, UnaryOperator<Frame> change) throws IOException {
        var format = ClipFormat.like(Clip.probe(from));
        var origin = new Origin(List.of(), Map.of(), List.of());
        try (var reader = FrameReader.open(from);
                var writer = MarkedWriter.clip(to, format, Marks.actor(), origin)) {
            for (int i = 0; i < frames; i++) {
                writer.write(change.apply(reader.next().orElseThrow()));
            }
            writer.finish();
        }
    }

    private static Frame gray(Frame frame) {
        var picture = new BufferedImage(
                frame.picture().getWidth(), frame.picture().getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        return new Frame(frame.number(), frame.seconds(), picture, frame.name());
    }
}
