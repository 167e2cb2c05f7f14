package doppel.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.detect.SampleFrames;
import doppel.image.PictureFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceExtractorTest {

    private static final ExtractOptions STANDARD = ExtractOptions.standard();

    @TempDir
    Path temp;

    /** Eight pictures; the third shows no face and the sixth is cut off. */
    private Path pictures;

    private final FaceExtractor extractor = new FaceExtractor(SampleFrames.MODELS);

    @BeforeEach
    void writePictures() throws IOException {
        pictures = temp.resolve("pictures");
        for (int i = 0; i < 8; i++) {
            var picture = i == 2
                    ? SampleFrames.gray(256, 256)
                    : SampleFrames.of("actor-a").get(3 * i).picture();
            PictureFile.write(picture, pictures.resolve("frame%d.png".formatted(i)));
        }
        var cut = pictures.resolve("frame5.png");
        var bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private FaceFolder extract(String folder, ExtractOptions options) throws IOException {
        return extractor.extract(pictures, "actor-a", temp.resolve(folder), options, step -> {});
    }

    /** The book's extractor leaves the line that writes the mask commented out, and training stops at its absence. */
    @Test
    void defect01_masksAreWrittenForEveryFace() throws IOException {
        var folder = extract("faces", STANDARD);
        assertEquals(6, folder.faces().size());
        for (var face : folder.faces()) {
            assertEquals(256, folder.mask(face).width());
            assertEquals(256, folder.picture(face).getWidth());
            assertTrue(folder.mask(face).share() > 0.1, face.id());
        }
    }

    @Test
    void defect33_34_theMaskFileHasOneChannelOf8Bits() throws IOException {
        var folder = extract("faces", STANDARD);
        var header = Files.readAllBytes(folder.path().resolve("mask/000000-0.png"));
        assertEquals(8, header[24], "bits a channel, in the header of a PNG");
        assertEquals(0, header[25], "0 is gray");
    }

    @Test
    void framesWithoutAFaceAndDamagedFramesAreOnFile() throws IOException {
        var folder = extract("faces", STANDARD);
        assertEquals(8, folder.frames().size());
        assertEquals(
                List.of(1, 1, 0, 1, 1, 0, 1, 1),
                folder.frames().stream().map(FrameRecord::faces).toList());
        assertEquals(
                List.of(5),
                folder.frames().stream()
                        .filter(FrameRecord::damaged)
                        .map(FrameRecord::frame)
                        .toList());
        assertTrue(
                folder.frames().get(5).damage().contains("frame5.png"),
                folder.frames().get(5).toString());
        assertTrue(folder.finished());
    }

    @Test
    void idsNameTheFrameAndNothingIsRenumbered() throws IOException {
        assertEquals(
                List.of("000000-0", "000001-0", "000003-0", "000004-0", "000006-0", "000007-0"),
                SketchedFolder.ids(extract("faces", STANDARD)));
        assertEquals(
                List.of("000000-0", "000003-0", "000006-0"),
                SketchedFolder.ids(extract("every-third", STANDARD.withEveryNth(3))));
    }

    @Test
    void progressCountsEveryFrame() throws IOException {
        var steps = new ArrayList<ExtractStep>();
        extractor.extract(pictures, "actor-a", temp.resolve("faces"), STANDARD, steps::add);
        assertEquals(8, steps.size());
        assertEquals(new FrameCounts(8, 1, 1, 6), steps.get(7).counts());
        assertEquals(8, steps.get(7).expectedFrames());
        assertEquals(new FrameCounts(1, 0, 0, 1), steps.get(0).counts());
    }

    @Test
    void anInterruptedExtractionGoesOnToTheSameFiles() throws IOException {
        var whole = SketchedFolder.contents(extract("whole", STANDARD).path());
        var folder = temp.resolve("stopped");
        for (int stop = 1; stop < 8; stop += 2) {
            stopAfter(stop, folder);
        }
        var steps = new ArrayList<ExtractStep>();
        extractor.extract(pictures, "actor-a", folder, STANDARD, steps::add);
        assertTrue(steps.size() < 8, "nothing was kept: " + steps);
        assertEquals(whole, SketchedFolder.contents(folder));
    }

    private void stopAfter(int frames, Path folder) {
        var stopped = assertThrows(
                InterruptedIOException.class,
                () -> extractor.extract(pictures, "actor-a", folder, STANDARD, step -> {
                    if (step.counts().frames() == frames) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertTrue(Thread.interrupted(), "the interrupt was swallowed");
        assertTrue(stopped.getMessage().contains("extract again to go on"), stopped.getMessage());
    }

    @Test
    void aConsumerThatThrowsStopsTheExtractionAndItGoesOn() throws IOException {
        var whole = SketchedFolder.contents(extract("whole", STANDARD).path());
        var folder = temp.resolve("stopped");
        assertThrows(
                ArithmeticException.class,
                () -> extractor.extract(pictures, "actor-a", folder, STANDARD, step -> {
                    throw new ArithmeticException("stop");
                }));
        extractor.extract(pictures, "actor-a", folder, STANDARD, step -> {});
        assertEquals(whole, SketchedFolder.contents(folder));
    }

    @Test
    void aFinishedExtractionIsNotDoneAgain() throws IOException {
        var before = SketchedFolder.contents(extract("faces", STANDARD).path());
        var steps = new ArrayList<ExtractStep>();
        var folder = extractor.extract(pictures, "actor-a", temp.resolve("faces"), STANDARD, steps::add);
        assertEquals(List.of(), steps);
        assertEquals(6, folder.faces().size());
        assertEquals(before, SketchedFolder.contents(folder.path()));
    }

    @Test
    void aFinishedFolderKeepsItsRecordsWhenAPictureIsTakenAway() throws IOException {
        var folder = extract("faces", STANDARD);
        Files.delete(folder.path().resolve("aligned/000001-0.png"));
        assertEquals(6, extract("faces", STANDARD).faces().size());
    }

    /** The pictures alone are enough to know a folder by; what faceswap keeps in their headers is found anew. */
    @Test
    void aFolderThatLostItsRecordsGetsTheSameOnesAgain() throws IOException {
        var folder = extract("faces", STANDARD).path();
        var before = SketchedFolder.contents(folder);
        for (var lost :
                List.of(List.of("faces.jsonl"), List.of("frames.jsonl"), List.of("faces.jsonl", "frames.jsonl"))) {
            for (var file : lost) {
                Files.delete(folder.resolve(file));
            }
            assertEquals(6, extract("faces", STANDARD).faces().size());
            assertEquals(before, SketchedFolder.contents(folder), lost + " is not as it was");
        }
    }

    @Test
    void aFinishedFolderOfAnotherPersonIsRefused() throws IOException {
        extract("faces", STANDARD);
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> extractor.extract(pictures, "actor-b", temp.resolve("faces"), STANDARD, step -> {}));
        assertTrue(refusal.getMessage().contains("person actor-a, not actor-b"), refusal.getMessage());
    }

    @Test
    void aClipWithoutAFaceSaysWhatWasSearchedAndWhatToDo() throws IOException {
        var walls = temp.resolve("walls");
        PictureFile.write(SampleFrames.gray(200, 100), walls.resolve("wall1.png"));
        PictureFile.write(SampleFrames.gray(200, 100), walls.resolve("wall2.png"));
        for (int again = 0; again < 2; again++) {
            var refusal = assertThrows(
                    IllegalStateException.class,
                    () -> extractor.extract(walls, "actor-a", temp.resolve("faces"), STANDARD, step -> {}));
            assertTrue(refusal.getMessage().contains("no face was found in 2 frames of walls"), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("minScore 0.5"), refusal.getMessage());
        }
    }

    @Test
    void aClipIsExtractedLikeAFolder() throws IOException {
        var folder = extractor.extract(
                SampleFrames.clip("actor-b"), "actor-b", temp.resolve("faces"), STANDARD.withEveryNth(40), step -> {});
        assertEquals(9, folder.faces().size());
        assertEquals(1.6, folder.faces().get(1).seconds(), 1e-6);
        assertEquals("actor-b.mp4", folder.source().source().name());
        assertEquals(512, folder.faces().get(0).origin().width());
    }

    @Test
    void theBenchmarkTimesEveryStage() throws IOException {
        var times = ExtractBenchmark.run(SampleFrames.MODELS, pictures);
        for (var stage : ExtractStage.values()) {
            assertTrue(times.stageMillis().get(stage) > 0, stage + " took no time");
        }
        assertTrue(times.framesPerSecond() > 0 && times.cpuMillisPerFrame() > 0, times.toString());
    }
}
