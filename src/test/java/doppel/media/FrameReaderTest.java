package doppel.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import doppel.image.PictureFile;
import doppel.provenance.Marks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {

    private static final double TICK = 1e-5;

    @TempDir
    private Path folder;

    @Test
    void everyFrameOfAClipComesInOrderWithItsNumberAndTime() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 29.97), 60);
        var frames = TestClips.read(clip);
        assertEquals(60, frames.size());
        for (int i = 0; i < 60; i++) {
            assertEquals(i, frames.get(i).number());
            assertEquals(i % TestClips.NUMBERS, TestClips.number(frames.get(i).picture()));
            assertEquals(i / 29.97, frames.get(i).seconds(), TICK);
        }
    }

    @Test
    void keyFramesAreAFewOfAllFrames() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 10), 100);
        try (var reader = FrameReader.openKeyFrames(clip)) {
            var numbers = new ArrayList<Integer>();
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                var frame = next.get();
                numbers.add(frame.number());
                assertEquals(frame.number() % TestClips.NUMBERS, TestClips.number(frame.picture()));
                assertEquals(frame.number() / 10.0, frame.seconds(), TICK);
            }
            assertEquals(List.of(0, 20, 40, 60, 80), numbers);
            assertEquals(List.of(), reader.damaged());
        }
    }

    @Test
    void theTimesOfAnUnevenClipComeBack() throws IOException {
        double[] seconds = {0, 0.04, 0.081, 0.3, 0.301, 1.7, 1.75};
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 25), 7, i -> seconds[i]);
        var read = TestClips.read(clip).stream().mapToDouble(Frame::seconds).toArray();
        assertEquals(seconds.length, read.length);
        for (int i = 0; i < seconds.length; i++) {
            assertEquals(seconds[i], read[i], TICK);
        }
    }

    @Test
    void theHeaderTellsSizeRateAndLength() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 25), 50);
        assertEquals(new Clip(clip, 64, 48, 2.0, 25.0, 50, 0, false), Clip.probe(clip));
    }

    @Test
    void grayComesBackGray() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 25), 40);
        for (var frame : TestClips.read(clip)) {
            var level = 40 + 5 * frame.number();
            assertNear(new Color(level, level, level), new Color(frame.picture().getRGB(32, 12)), 1);
        }
    }

    /** A wrong standard moves these by ten steps and more; the codec by three. */
    @Test
    void colorsComeBack() throws IOException {
        var skin = new Color(224, 172, 138);
        var shirt = new Color(40, 90, 160);
        var file = folder.resolve("clip.mp4");
        try (var out = MarkedWriter.clip(file, ClipFormat.of(128, 128, 25), Marks.actor(), TestClips.ORIGIN)) {
            out.write(new Frame(0, 0, TestClips.halves(128, 128, skin, shirt), "0"));
            out.finish();
        }
        var picture = TestClips.read(file).get(0).picture();
        assertNear(skin, new Color(picture.getRGB(20, 50)), 3);
        assertNear(shirt, new Color(picture.getRGB(100, 50)), 3);
    }

    @Test
    void aClipThatWasHeldUprightComesUpright() throws IOException {
        var file = folder.resolve("clip.mp4");
        try (var out = MarkedWriter.clip(file, ClipFormat.of(96, 64, 25), Marks.actor(), TestClips.ORIGIN)) {
            out.write(new Frame(0, 0, TestClips.halves(96, 64, Color.RED, Color.BLUE), "0"));
            out.finish();
        }
        TestClips.turn(file);
        var clip = Clip.probe(file);
        assertEquals(90, clip.rotationDegrees());
        assertEquals(64, clip.width());
        assertEquals(96, clip.height());
        var picture = TestClips.read(file).get(0).picture();
        assertEquals(64, picture.getWidth());
        assertEquals(96, picture.getHeight());
        // turned clockwise, what was left is on top
        assertNear(Color.RED, new Color(picture.getRGB(40, 20)), 12);
        assertNear(Color.BLUE, new Color(picture.getRGB(40, 80)), 12);
    }

    @Test
    void aCutOffClipGivesItsGoodFramesAndListsTheRest() throws IOException {
        var clip = TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 25), 100);
        var bytes = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        try (var reader = FrameReader.open(clip)) {
            var frames = TestClips.read(reader);
            assertTrue(frames.size() > 10 && frames.size() < 90, frames.size() + " frames");
            assertEquals(100, frames.size() + reader.damaged().size());
            var last = reader.damaged().get(reader.damaged().size() - 1);
            assertEquals(99, last.number());
            assertTrue(last.reason().contains("of 4.00 s: it was cut off"), last.reason());
        }
    }

    @Test
    void damagedPacketsCostTheirOwnFramesAndTheOthersKeepTheirNumbers() throws IOException {
        var clip = clipWithDamage(20_000);
        try (var reader = FrameReader.open(clip)) {
            var frames = TestClips.read(reader);
            var damaged = reader.damaged();
            assertTrue(damaged.size() >= 2 && damaged.size() <= 8, damaged.toString());
            assertEquals(20, damaged.get(0).number(), 6);
            assertEquals(40, frames.size() + damaged.size());
            for (var frame : frames) {
                assertEquals(frame.number() / 25.0, frame.seconds(), TICK);
            }
        }
    }

    @Test
    void aFrameThatDecodesOnlyInPartIsListedToo() throws IOException {
        var clip = clipWithDamage(300);
        try (var reader = FrameReader.open(clip)) {
            var frames = TestClips.read(reader);
            assertTrue(
                    reader.damaged().size() == 1 || reader.damaged().size() == 2,
                    reader.damaged().toString());
            assertEquals(40, frames.size() + reader.damaged().size());
        }
    }

    @Test
    void defect32_aFileThatIsNoPictureIsListedNotFatal() throws IOException {
        PictureFile.write(TestClips.numbered(20, 10, 1), folder.resolve("1.png"));
        Files.writeString(folder.resolve("2.txt"), "no picture");
        PictureFile.write(TestClips.numbered(20, 10, 3), folder.resolve("3.png"));
        try (var reader = FrameReader.open(folder, 10)) {
            var frames = TestClips.read(reader);
            assertEquals(
                    List.of("1.png", "3.png"), frames.stream().map(Frame::name).toList());
            assertEquals(List.of(0, 2), frames.stream().map(Frame::number).toList());
            assertEquals(0.2, frames.get(1).seconds(), TICK);
            assertEquals(1, reader.damaged().size());
            assertEquals("2.txt", reader.damaged().get(0).name());
            assertTrue(reader.damaged().get(0).reason().contains("is not a picture"));
        }
    }

    @Test
    void aCutOffJpegIsListedWithTheReason() throws IOException {
        ImageIO.write(
                TestClips.noise(200, 200, 1), "jpg", folder.resolve("1.jpg").toFile());
        var bytes = Files.readAllBytes(folder.resolve("1.jpg"));
        Files.write(folder.resolve("2.jpg"), Arrays.copyOf(bytes, bytes.length / 2));
        try (var reader = FrameReader.open(folder)) {
            assertEquals(1, TestClips.read(reader).size());
            assertEquals("2.jpg", reader.damaged().get(0).name());
            assertTrue(
                    reader.damaged().get(0).reason().contains("is damaged"),
                    reader.damaged().toString());
        }
    }

    @Test
    void aPictureOfAHundredMegapixelsIsListedUnopened() throws IOException {
        Files.write(folder.resolve("1.png"), pngHeader(10_000, 10_000));
        try (var reader = FrameReader.open(folder)) {
            assertEquals(List.of(), TestClips.read(reader));
            var reason = reader.damaged().get(0).reason();
            assertTrue(reason.contains("10000 x 10000"), reason);
        }
    }

    @Test
    void picturesComeInTheOrderInWhichPeopleCount() throws IOException {
        for (var name : List.of("frame10.png", "frame9.png", "frame2.png", "Frame1.png", "frame010b.png", ".hidden")) {
            PictureFile.write(TestClips.numbered(8, 8, 0), folder.resolve(name));
        }
        var names = TestClips.read(folder).stream().map(Frame::name).toList();
        assertEquals(List.of("Frame1.png", "frame2.png", "frame9.png", "frame10.png", "frame010b.png"), names);
    }

    @Test
    void picturesOfAFolderMayDifferInSizeAndFormat() throws IOException {
        for (var format : List.of("png", "jpg", "bmp")) {
            var side = 8 * format.charAt(0);
            ImageIO.write(
                    TestClips.numbered(side, 8, 0),
                    format,
                    folder.resolve("a." + format).toFile());
        }
        var widths = TestClips.read(folder).stream()
                .map(frame -> frame.picture().getWidth())
                .toList();
        assertEquals(List.of(8 * 'b', 8 * 'j', 8 * 'p'), widths);
        assertTrue(TestClips.read(folder).stream()
                .allMatch(frame -> frame.picture().getType() == BufferedImage.TYPE_3BYTE_BGR));
    }

    @Test
    void badInputSaysWhatToDo() throws IOException {
        assertRefused(folder.resolve("nowhere.mp4"), "does not exist: check the path");
        assertRefused(Path.of("http://example.com/clip.mp4"), "files on this machine only");
        assertRefused(Files.writeString(folder.resolve("text.mp4"), "this is text"), "give a clip as MP4");
        assertRefused(Files.createFile(folder.resolve("nothing.mp4")), "give a clip as MP4");
        assertRefused(TestClips.tone(folder.resolve("tone.wav"), 1), "holds no pictures");
        assertRefused(Files.createDirectory(folder.resolve("empty")), "is empty: put PNG, JPEG or BMP pictures there");
        assertThrows(IOException.class, () -> Clip.probe(folder));
    }

    @Test
    void anUnreadableFolderSaysSo() throws IOException {
        var closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this account reads everything");
        assertRefused(closed, "may not be read");
    }

    /** Text that a video program takes for a list of other files to open. */
    @Test
    void aListOfOtherClipsIsNoClip() throws IOException {
        TestClips.write(folder.resolve("secret.mp4"), ClipFormat.of(64, 48, 25), 3);
        assertRefused(
                Files.writeString(folder.resolve("a.mp4"), "ffconcat version 1.0\nfile secret.mp4\n"),
                "give a clip as MP4");
        assertRefused(
                Files.writeString(
                        folder.resolve("b.mp4"),
                        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.mp4\n#EXT-X-ENDLIST\n"),
                "give a clip as MP4");
    }

    @Test
    void aClosedReaderSaysSo() throws IOException {
        var reader = FrameReader.open(TestClips.write(folder.resolve("clip.mp4"), ClipFormat.of(64, 48, 25), 3));
        reader.close();
        reader.close();
        var fault = assertThrows(IllegalStateException.class, reader::next);
        assertTrue(fault.getMessage().contains("open the clip again"), fault.getMessage());
    }

    /** Forty frames of noise, and so many bytes overwritten in the middle. */
    private Path clipWithDamage(int length) throws IOException {
        var file = folder.resolve("clip.mp4");
        try (var out = MarkedWriter.clip(file, ClipFormat.of(128, 128, 25), Marks.actor(), TestClips.ORIGIN)) {
            for (int i = 0; i < 40; i++) {
                out.write(new Frame(i, i / 25.0, TestClips.noise(128, 128, i), "0"));
            }
            out.finish();
        }
        var bytes = Files.readAllBytes(file);
        var middle = (TestClips.indexOf(bytes, "mdat") + bytes.length) / 2;
        Arrays.fill(bytes, middle, middle + length, (byte) 0xFF);
        return Files.write(file, bytes);
    }

    private static void assertRefused(Path path, String words) {
        var fault = assertThrows(IOException.class, () -> FrameReader.open(path).close(), path.toString());
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
        assertTrue(fault.getMessage().contains(path.getFileName().toString()), fault.getMessage());
    }

    private static void assertNear(Color expected, Color actual, int tolerance) {
        var off = IntStream.of(
                        expected.getRed() - actual.getRed(),
                        expected.getGreen() - actual.getGreen(),
                        expected.getBlue() - actual.getBlue())
                .map(Math::abs)
                .max()
                .getAsInt();
        assertTrue(off <= tolerance, "expected " + expected + ", got " + actual);
    }

    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array(), 12, 17);
        return header.putInt((int) crc.getValue()).array();
    }
}
