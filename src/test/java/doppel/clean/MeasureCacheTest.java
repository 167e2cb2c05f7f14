package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.detect.SampleFrames;
import doppel.extract.FaceFolder;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four rendered faces, measured once; each test spoils a copy of that folder. */
class MeasureCacheTest {

    private static final int FACES = 4;

    @TempDir
    private static Path temporary;

    private static FaceTable first;

    private Path folder;
    private Path measures;

    @BeforeAll
    static void render() throws IOException {
        var rendered = new RenderedFolder(temporary.resolve("rendered"), "a");
        for (int i = 0; i < FACES; i++) {
            rendered.add(new Moment(0, Map.of(), 10 * i, 0, 0, 0, 0, Moment.Light.portrait()));
        }
        first = FaceTable.of(rendered.open(), SampleFrames.MODELS);
    }

    @BeforeEach
    void copy(@TempDir Path own) throws IOException {
        folder = FolderCopy.of(temporary.resolve("rendered"), own.resolve("faces"));
        measures = folder.resolve("measures.jsonl");
    }

    @Test
    void whatWasMeasuredIsReadAndEqualToTheLastBit() throws IOException {
        assertEquals(0, measured());
        var second = table();
        for (var measure : Measure.values()) {
            assertArrayEquals(first.values(measure.label()), second.values(measure.label()), measure.label());
        }
        for (int i = 0; i < FACES; i++) {
            assertEquals(
                    first.rows().get(i).own().identity(),
                    second.rows().get(i).own().identity());
            assertArrayEquals(
                    first.rows().get(i).own().look().pixels(),
                    second.rows().get(i).own().look().pixels());
        }
    }

    @Test
    void aFaceWhoseFileWasTouchedIsMeasuredAlone() throws IOException {
        touch(2, 1);
        assertEquals(1, measured());
        assertEquals(0, measured());
    }

    @Test
    void aFaceWhoseLandmarksChangedIsMeasuredAlone() throws IOException {
        FolderCopy.change(folder.resolve("faces.jsonl"), 1, line -> line.replaceFirst("\"landmarks\":\\[\\[", "$01"));
        assertEquals(1, measured());
    }

    @Test
    void aFileDamagedAfterwardsIsNoticed() throws IOException {
        Files.write(folder.resolve("mask/000001-0.png"), new byte[10]);
        var table = table();
        assertEquals(FACES - 1, table.rows().size());
        assertEquals("000001-0", table.damaged().get(0).face().id());
        assertEquals(0, measured(), "the damage was not kept");
        assertEquals(table.damaged(), table().damaged());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500, 3000})
    void aLineTornByAKillIsMeasuredAgainAndMended(int missing) throws IOException {
        var bytes = Files.readAllBytes(measures);
        Files.write(measures, Arrays.copyOf(bytes, bytes.length - missing));
        assertEquals(1, measured());
        assertArrayEquals(bytes, Files.readAllBytes(measures));
    }

    @Test
    void aKillCostsOnlyTheFacesUnderWay() throws IOException {
        Files.delete(measures);
        assertThrows(
                IllegalCallerException.class,
                () -> FaceTable.of(opened(), SampleFrames.MODELS, step -> {
                    if (step.measured() == 2) {
                        throw new IllegalCallerException("killed");
                    }
                }));
        assertEquals(FACES - 2, measured());
        assertEquals(0, measured());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON\n", "{}\n", "{\"id\":null}\n", "\0\0\0\n", "[1]\n"})
    void aFileThatIsNoneIsThrownAwayAndMadeAnew(String text) throws IOException {
        Files.writeString(measures, text);
        assertEquals(FACES, measured());
        assertEquals(0, measured());
    }

    @Test
    void aLookOfTheWrongSizeIsThrownAwayToo() throws IOException {
        FolderCopy.change(measures, 0, line -> line.replaceFirst("\"pixels\":\"[^\"]{4}", "\"pixels\":\""));
        assertEquals(FACES, measured());
    }

    @Test
    void aLinkIsTakenAwayAndItsTargetStays(@TempDir Path outside) throws IOException {
        var target = Files.writeString(outside.resolve("letter.txt"), "dear\n");
        Files.delete(measures);
        Files.createSymbolicLink(measures, target);
        assertEquals(FACES, measured());
        assertEquals("dear\n", Files.readString(target));
        assertTrue(Files.isRegularFile(measures, LinkOption.NOFOLLOW_LINKS));
    }

    /** A folder in the place of a file can be neither opened nor written, as on a disk that is full or read-only. */
    @ParameterizedTest
    @ValueSource(strings = {"measures.lock", "measures.jsonl", "standing.json", "standing.json.part"})
    void whatCannotBeWrittenIsMeasuredAllTheSame(String name) throws IOException {
        Files.deleteIfExists(measures);
        Files.deleteIfExists(folder.resolve(name));
        Files.createDirectories(folder.resolve(name).resolve("full"));
        assertEquals(FACES, table().rows().size());
        assertEquals(FACES, table().rows().size());
    }

    @Test
    void whileSomebodyElseWritesItOnlyReads() throws IOException {
        touch(0, 1);
        var before = Files.readAllBytes(measures);
        try (var other = MeasureJournal.open(measures, folder.resolve("measures.lock"))) {
            assertEquals(1, measured());
            assertArrayEquals(before, Files.readAllBytes(measures));
            other.append(new MeasuredFace("x", "y", Optional.empty(), "z"), before.length);
        }
        assertEquals(1, measured());
    }

    @Test
    void twoProcessesAtOnceLeaveAWholeFile() throws IOException, InterruptedException {
        Files.delete(measures);
        Files.delete(folder.resolve("standing.json"));
        var processes = Set.of(TableProcess.start(folder), TableProcess.start(folder));
        table();
        for (var process : processes) {
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), words);
        }
        var ids = new HashSet<String>();
        for (var line : JsonLines.read(measures, MeasuredFace.class)) {
            assertTrue(ids.add(line.value().id()), line.value().id() + " is there twice");
        }
        assertTrue(measured() < FACES || ids.size() == FACES, ids.toString());
        assertEquals(0, measured());
    }

    @Test
    void oldLinesGoOnceTheyAreMoreThanTheOthers() throws IOException {
        for (int times = 1; times <= 5; times++) {
            for (int face = 0; face < FACES; face++) {
                touch(face, times);
            }
            assertEquals(FACES, measured());
            assertTrue(FolderCopy.lines(measures).size() <= 2 * FACES, "after " + times);
        }
        assertEquals(0, measured());
    }

    @Test
    void standingsAreKeptForTheVeryFolderOnly() throws IOException {
        var kept = folder.resolve("standing.json");
        Files.writeString(kept, Files.readString(kept).replaceAll("\"jump\" : [0-9.]+", "\"jump\" : 77.0"));
        assertEquals(77, table().values("jump")[0], "what is kept is not read");
        touch(0, 1);
        assertTrue(table().values("jump")[0] < 1, "what is kept was used for another state of the folder");
    }

    @Test
    void aFaceThatIsGoneIsInNoTable() throws IOException {
        for (var name : Set.of("faces.jsonl", "frames.jsonl")) {
            var lines = FolderCopy.lines(folder.resolve(name));
            Files.writeString(folder.resolve(name), String.join("\n", lines.subList(0, 3)) + "\n");
        }
        assertEquals(3, table().rows().size());
        assertFalse(table().faces().toString().contains("000003-0"));
    }

    private FaceFolder opened() throws IOException {
        return FaceFolder.open(folder);
    }

    private FaceTable table() throws IOException {
        return FaceTable.of(opened(), SampleFrames.MODELS);
    }

    /** How many faces a new table does not find measured. */
    private int measured() throws IOException {
        var count = new int[1];
        FaceTable.of(opened(), SampleFrames.MODELS, step -> count[0]++);
        return count[0];
    }

    private void touch(int face, int hours) throws IOException {
        var picture = folder.resolve("aligned/%06d-0.png".formatted(face));
        Files.setLastModifiedTime(picture, FileTime.from(Instant.EPOCH.plusSeconds(3600L * hours)));
    }
}
