package doppel.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.PictureFile;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.SourceType;
import doppel.provenance.Xmp;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedWriterTest {

    private static final ClipFormat SMALL = ClipFormat.of(64, 48, 25);

    @TempDir
    private Path folder;

    @Test
    void aClipHasAsManyFramesAsWereWritten() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), SMALL, 33);
        assertEquals(33, TestClips.read(clip).size());
        assertEquals(33, Clip.probe(clip).frames());
    }

    @Test
    void aRecordingHasNoLabelAndSaysThatACameraSawIt() throws IOException {
        var clip = folder.resolve("anna.mp4");
        var gray = TestClips.halves(256, 256, Color.GRAY, Color.GRAY);
        try (var writer = MarkedWriter.recording(clip, ClipFormat.of(256, 256, 25), TestClips.ORIGIN)) {
            writer.write(new Frame(0, 0, gray, "000000"));
            writer.finish();
        }
        var picture = TestClips.read(clip).get(0).picture();
        for (int x = 0; x < 256; x++) {
            assertEquals(128, picture.getRGB(x, 245) & 255, 3);
        }
        assertEquals(SourceType.DIGITAL_CAPTURE, Xmp.of(clip).orElseThrow().sourceType());
        assertEquals(Marks.recording(), Manifest.read(Manifest.beside(clip)).marks());
    }

    @Test
    void nothingMadeLeavesAsARecording() {
        var picture = TestClips.halves(64, 48, Color.RED, Color.BLUE);
        for (var marks : List.of(Marks.recording(), new Marks("AI-generated face swap", SourceType.DIGITAL_CAPTURE))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> MarkedWriter.clip(folder.resolve("swap.mp4"), SMALL, marks, TestClips.ORIGIN));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> MarkedWriter.picture(picture, folder.resolve("swap.png"), marks, TestClips.ORIGIN));
        }
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void aRecordingNeedsTheConsentOfWhomItShows() {
        var nobody = new Origin(List.of(), Map.of(), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> MarkedWriter.recording(folder.resolve("anna.mp4"), SMALL, nobody));
    }

    @Test
    void anOddSideGetsOneMoreRowOrColumn() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(65, 47, 25), 3);
        var picture = TestClips.read(clip).get(0).picture();
        assertEquals(66, picture.getWidth());
        assertEquals(48, picture.getHeight());
        assertEquals(picture.getRGB(64, 10) & 255, picture.getRGB(65, 10) & 255, 3);
    }

    @Test
    void soundOfAnotherFormatIsAsLongAsItWas() throws IOException {
        var wav = TestClips.tone(folder.resolve("tone.wav"), 2);
        var clip = TestClips.write(folder.resolve("clip.mp4"), SMALL.withSoundFrom(wav), 50);
        assertTrue(Clip.probe(clip).sound());
        assertEquals(2, TestClips.soundSeconds(clip), 0.001);
    }

    @Test
    void soundThatMp4TakesIsCopiedPacketByPacket() throws IOException {
        var wav = TestClips.tone(folder.resolve("tone.wav"), 2);
        var source = TestClips.write(folder.resolve("source.mp4"), SMALL.withSoundFrom(wav), 50);
        var copy = TestClips.write(folder.resolve("copy.mp4"), ClipFormat.like(Clip.probe(source)), 50);
        assertEquals(TestClips.soundSeconds(source), TestClips.soundSeconds(copy), 1e-6);
        try (var one = ClipFile.open(source);
                var other = ClipFile.open(copy)) {
            assertEquals(
                    avcodec.AV_CODEC_ID_AAC,
                    other.sound().orElseThrow().codecpar().codec_id());
            assertEquals(
                    one.sound().orElseThrow().nb_frames(),
                    other.sound().orElseThrow().nb_frames());
            assertEquals(
                    one.sound().orElseThrow().codecpar().bit_rate(),
                    other.sound().orElseThrow().codecpar().bit_rate());
        }
    }

    @Test
    void soundEndsWithThePicturesWhereOnlyAPartIsSwapped() throws IOException {
        var wav = TestClips.tone(folder.resolve("tone.wav"), 4);
        var source = TestClips.write(folder.resolve("source.mp4"), SMALL.withSoundFrom(wav), 100);
        var part = TestClips.write(folder.resolve("part.mp4"), ClipFormat.like(Clip.probe(source)), 40);
        assertEquals(1.6, TestClips.soundSeconds(part), 1.0 / 25);
    }

    @Test
    void aClipWithoutSoundStaysWithoutSound() throws IOException {
        var source = TestClips.write(folder.resolve("source.mp4"), SMALL, 5);
        var copy = TestClips.write(folder.resolve("copy.mp4"), ClipFormat.like(Clip.probe(source)), 5);
        assertTrue(!Clip.probe(copy).sound());
    }

    @Test
    void everyFrameCarriesTheLabelAndIsElseAsItWas() throws IOException {
        var file = folder.resolve("clip.mp4");
        var gray = TestClips.halves(256, 256, Color.GRAY, Color.GRAY);
        try (var out = MarkedWriter.clip(file, ClipFormat.of(256, 256, 25), Marks.swap(), TestClips.ORIGIN)) {
            for (int i = 0; i < 5; i++) {
                out.write(new Frame(i, i / 25.0, gray, "0"));
            }
            out.finish();
        }
        for (var frame : TestClips.read(file)) {
            var brightest = 0;
            for (int x = 0; x < 128; x++) {
                assertEquals(128, frame.picture().getRGB(64 + x, 128) & 255, 3);
                brightest = Math.max(brightest, frame.picture().getRGB(128 + x, 241) & 255);
            }
            assertTrue(brightest > 200, "letters of frame %d: %d".formatted(frame.number(), brightest));
        }
    }

    @Test
    void aClipTellsHowItWasMade() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), SMALL, 3);
        assertEquals(Optional.of(new Xmp(SourceType.DIGITAL_CREATION)), Xmp.of(clip));
        var manifest = Manifest.read(folder.resolve("clip.manifest.json"));
        assertEquals(Marks.actor(), manifest.marks());
        assertEquals(TestClips.ORIGIN, manifest.origin());
        assertEquals("clip.mp4", manifest.outputs().get(0).name());
        assertEquals(List.of(), manifest.check(folder));
    }

    @Test
    void aPictureIsLabelledAndTellsHowItWasMade() throws IOException {
        var gray = TestClips.halves(256, 256, Color.GRAY, Color.GRAY);
        var file = folder.resolve("faces.png");
        MarkedWriter.picture(gray, file, Marks.preview(), TestClips.ORIGIN);
        var written = PictureFile.read(file);
        assertEquals(gray.getRGB(128, 128), written.getRGB(128, 128));
        assertNotEquals(gray.getRGB(225, 241), written.getRGB(225, 241));
        assertEquals(Optional.of(new Xmp(SourceType.TRAINED_ALGORITHMIC_MEDIA)), Xmp.of(file));
        assertEquals(List.of(), Manifest.read(Manifest.beside(file)).check(folder));
        assertOnlyFiles("faces.manifest.json", "faces.png");
    }

    @Test
    void theIndexStandsBeforeTheFramesSoThatABrowserPlaysAtOnce() throws IOException {
        var bytes = Files.readAllBytes(TestClips.write(folder.resolve("clip.mp4"), SMALL, 3));
        assertTrue(TestClips.indexOf(bytes, "moov") < TestClips.indexOf(bytes, "mdat"));
    }

    @Test
    void closingUnfinishedLeavesTheOldFile() throws IOException {
        var file = TestClips.write(folder.resolve("clip.mp4"), SMALL, 3);
        var before = Files.readAllBytes(file);
        try (var out = MarkedWriter.clip(file, SMALL, Marks.swap(), TestClips.ORIGIN)) {
            out.write(new Frame(0, 0, TestClips.numbered(64, 48, 0), "0"));
            assertTrue(Files.exists(folder.resolve("clip.part.mp4")));
        }
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file)));
        assertEquals(List.of(), Manifest.read(Manifest.beside(file)).check(folder));
        assertOnlyFiles("clip.manifest.json", "clip.mp4");
    }

    @Test
    void finishingReplacesTheOldFile() throws IOException {
        TestClips.write(folder.resolve("clip.mp4"), SMALL, 3);
        var file = TestClips.write(folder.resolve("clip.mp4"), SMALL, 7);
        assertEquals(7, Clip.probe(file).frames());
        assertEquals(List.of(), Manifest.read(Manifest.beside(file)).check(folder));
        assertOnlyFiles("clip.manifest.json", "clip.mp4");
    }

    @Test
    void aFrameOfAnotherSizeIsRefusedWithBothSizes() throws IOException {
        try (var out = MarkedWriter.clip(folder.resolve("clip.mp4"), SMALL, Marks.swap(), TestClips.ORIGIN)) {
            var frame = new Frame(7, 0, TestClips.numbered(32, 32, 0), "7");
            var fault = assertThrows(IllegalArgumentException.class, () -> out.write(frame));
            assertTrue(fault.getMessage().contains("frame 7 is 32 x 32 but the clip is 64 x 48"), fault.getMessage());
        }
    }

    @Test
    void aFullDiskIsOneSentenceAndLeavesNothing() throws IOException {
        var file = folder.resolve("clip.mp4");
        var fault = assertThrows(
                IOException.class,
                () -> MarkedWriter.clip(file, SMALL, Marks.swap(), TestClips.ORIGIN, Long.MAX_VALUE));
        assertTrue(fault.getMessage().contains(folder.toString()), fault.getMessage());
        assertTrue(fault.getMessage().contains("is full"), fault.getMessage());
        assertOnlyFiles();
    }

    @Test
    void aFolderThatCannotBeIsOneSentence() throws IOException {
        var notAFolder = Files.createFile(folder.resolve("file"));
        assertRefused(notAFolder.resolve("clip.mp4"), SMALL, "choose another one");
        assertRefused(notAFolder.resolve("sub/clip.mp4"), SMALL, "choose another one");
        assertRefused(Files.createDirectory(folder.resolve("clip.mp4")), SMALL, "is a folder: choose another name");
        assertThrows(
                IOException.class,
                () -> MarkedWriter.picture(
                        TestClips.numbered(64, 48, 0), notAFolder.resolve("a.png"), Marks.swap(), TestClips.ORIGIN));
        assertOnlyFiles("clip.mp4", "file");
    }

    @Test
    void soundThatIsNotThereIsOneSentenceAndLeavesNothing() throws IOException {
        var silent = TestClips.write(folder.resolve("silent.mp4"), SMALL, 3);
        assertRefused(folder.resolve("clip.mp4"), SMALL.withSoundFrom(silent), "silent.mp4 has no sound");
        assertRefused(folder.resolve("clip.mp4"), SMALL.withSoundFrom(folder.resolve("no.wav")), "does not exist");
        assertOnlyFiles("silent.manifest.json", "silent.mp4");
    }

    @Test
    void wrongFormatsAreRefusedWithARemedy() {
        assertThrows(IllegalArgumentException.class, () -> ClipFormat.of(8, 64, 25));
        assertThrows(IllegalArgumentException.class, () -> ClipFormat.of(64, 64, 0));
        assertThrows(IllegalArgumentException.class, () -> ClipFormat.of(64, 64, Double.NaN));
        var fault = assertThrows(
                IllegalArgumentException.class,
                () -> MarkedWriter.clip(folder.resolve("clip.avi"), SMALL, Marks.swap(), TestClips.ORIGIN));
        assertTrue(fault.getMessage().contains("ending in .mp4"), fault.getMessage());
    }

    @Test
    void aFinishedClipTakesNoMoreFramesAndAnEmptyOneIsNone() throws IOException {
        var frame = new Frame(0, 0, TestClips.numbered(64, 48, 0), "0");
        try (var out = MarkedWriter.clip(folder.resolve("clip.mp4"), SMALL, Marks.swap(), TestClips.ORIGIN)) {
            assertThrows(IllegalStateException.class, out::finish);
            out.write(frame);
            out.finish();
            assertThrows(IllegalStateException.class, () -> out.write(frame));
        }
        assertOnlyFiles("clip.manifest.json", "clip.mp4");
    }

    private void assertRefused(Path file, ClipFormat format, String words) {
        var fault =
                assertThrows(IOException.class, () -> MarkedWriter.clip(file, format, Marks.swap(), TestClips.ORIGIN));
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
    }

    private void assertOnlyFiles(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
