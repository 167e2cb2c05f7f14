package doppel.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.HeadPose;
import doppel.compute.Json;
import doppel.detect.DetectedFace;
import doppel.detect.SampleFrames;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FaceSource;
import doppel.extract.FrameCounts;
import doppel.extract.FrameRecord;
import doppel.extract.JsonLines;
import doppel.extract.StoredPicture;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.PictureFile;
import doppel.landmark.Landmarks;
import doppel.provenance.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameCensusTest {

    @TempDir
    Path folder;

    private final StringBuilder frames = new StringBuilder();
    private final StringBuilder faces = new StringBuilder();

    @BeforeEach
    void everySecondFrame() throws IOException {
        source(2);
        frame(0, "", 40);
        frame(2, "");
        frame(4, "", 60, 10);
        frame(6, "cut off");
        frame(10, "", 50);
    }

    private void source(int everyNth) throws IOException {
        Json.write(
                folder.resolve("source.json"),
                new FaceSource(
                        FaceSource.VERSION,
                        "actor-a",
                        new FileHash("clip.mp4", "0".repeat(64), 1),
                        ExtractOptions.standard().withEveryNth(everyNth),
                        Map.of(),
                        Map.of()));
    }

    /** A frame with faces at these places from the left. */
    private void frame(int number, String damage, int... lefts) throws IOException {
        for (int i = 0; i < lefts.length; i++) {
            var id = "%06d-%d".formatted(number, i);
            faces.append(JsonLines.line(new FaceRecord(
                    FaceRecord.VERSION,
                    id,
                    new FaceRecord.Origin(number, number / 25.0, 100, 100),
                    DetectedFace.drawn(new Box(lefts[i], 20, 30, 30)),
                    new Landmarks(Collections.nCopies(Landmarks.COUNT, new Point(1, 2))),
                    Similarity.identity(),
                    new HeadPose(0, 0, 0),
                    new StoredPicture("aligned/" + id + ".png", "0".repeat(64)),
                    new StoredPicture("mask/" + id + ".png", "0".repeat(64)))));
        }
        frames.append(JsonLines.line(new FrameRecord(number, number / 25.0, lefts.length, damage)));
    }

    private FaceFolder write(boolean finished) throws IOException {
        Files.writeString(folder.resolve("frames.jsonl"), frames);
        Files.writeString(folder.resolve("faces.jsonl"), faces);
        if (finished) {
            Json.write(folder.resolve("finished.json"), new FrameCounts(5, 1, 1, 4));
        }
        return FaceFolder.open(folder);
    }

    @Test
    void everyFrameIsInOneState() throws IOException {
        var census = FrameCensus.of(write(true));
        assertEquals(List.of(2), census.withoutFace());
        assertEquals(List.of(4), census.withSeveral());
        assertEquals(List.of(6), census.damaged());
        assertEquals(List.of(8), census.missing());
        assertEquals(2, census.count(FrameState.ONE));
        assertEquals(6, census.frames().size());
    }

    @Test
    void facesOfAFrameGoFromLeftToRight() throws IOException {
        var census = FrameCensus.of(write(true));
        assertEquals(
                List.of("000004-1", "000004-0"),
                census.faces(4).stream().map(FaceRecord::id).toList());
        assertEquals(List.of(), census.faces(2));
        var refusal = assertThrows(IllegalArgumentException.class, () -> census.faces(3));
        assertTrue(refusal.getMessage().contains("none has the number 3"), refusal.getMessage());
    }

    @Test
    void oneLineNamesTheFramesToLookAt() throws IOException {
        assertEquals(
                "frames of actor-a: 2 with one face, 1 (2) without, 1 (4) with several, 1 (6) damaged, 1 (8) missing",
                FrameCensus.of(write(true)).toString());
    }

    @Test
    void anUnfinishedFolderLacksTheRestOfItsClip() throws IOException {
        var pictures = folder.resolveSibling(folder.getFileName() + "-pictures");
        for (int i = 0; i < 15; i++) {
            PictureFile.write(SampleFrames.gray(20, 20), pictures.resolve(i + ".png"));
        }
        var census = FrameCensus.of(write(false), pictures);
        assertEquals(List.of(8, 12, 14), census.missing());
        assertTrue(census.toString().endsWith("the extraction has not ended"), census.toString());
        assertEquals(List.of(8), FrameCensus.of(write(true), pictures).missing());
    }

    /** A broken record must not fill the memory with frames that are missing. */
    @Test
    void aFrameNumberBeyondAllClipsIsRefused() throws IOException {
        frame(2_000_000_000, "");
        var broken = write(true);
        var fault = assertThrows(IllegalStateException.class, () -> FrameCensus.of(broken));
        assertTrue(fault.getMessage().contains("frame 2000000000"), fault.getMessage());
    }
}
