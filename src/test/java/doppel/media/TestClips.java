package doppel.media;

import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Small clips and pictures whose contents are known, made in a moment. */
final class TestClips {

    static final Origin ORIGIN = new Origin(List.of(), Map.of("quality", 3), List.of("actor-a"));

    private TestClips() {}

    /** How many frames {@link #number} can tell apart. */
    static final int NUMBERS = 40;

    /** Left half one color, right half another. */
    static BufferedImage halves(int width, int height, Color left, Color right) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(right);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return picture;
    }

    /** A frame whose gray tells its number, up to {@link #NUMBERS}, from where it starts anew. */
    static BufferedImage numbered(int width, int height, int number) {
        var level = 40 + 5 * (number % NUMBERS);
        var gray = new Color(level, level, level);
        return halves(width, height, gray, gray);
    }

    /** Which frame of {@link #numbered} a decoded picture is. */
    static int number(BufferedImage picture) {
        var sum = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            sum += picture.getRGB(x, picture.getHeight() / 4) >> 8 & 255;
        }
        return Math.round((sum / (float) picture.getWidth() - 40) / 5);
    }

    static BufferedImage noise(int width, int height, long seed) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    static Path write(Path file, ClipFormat format, int frames, IntToDoubleFunction seconds) throws IOException {
        try (var out = MarkedWriter.clip(file, format, Marks.actor(), ORIGIN)) {
            for (int i = 0; i < frames; i++) {
                out.write(new Frame(
                        i, seconds.applyAsDouble(i), numbered(format.width(), format.height(), i), "frame " + i));
            }
            out.finish();
        }
        return file;
    }

    static Path write(Path file, ClipFormat format, int frames) throws IOException {
        return write(file, format, frames, i -> i / format.framesPerSecond());
    }

    static List<Frame> read(FrameReader reader) throws IOException {
        var frames = new ArrayList<Frame>();
        for (var frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            frames.add(frame.get());
        }
        return frames;
    }

    static List<Frame> read(Path clipOrFolder) throws IOException {
        try (var reader = FrameReader.open(clipOrFolder)) {
            return read(reader);
        }
    }

    /** A tone of 440 Hz, 16-bit, one channel. */
    static Path tone(Path wav, double seconds) throws IOException {
        var rate = 44_100;
        var samples = ByteBuffer.allocate((int) Math.round(seconds * rate) * 2);
        for (int i = 0; samples.hasRemaining(); i++) {
            samples.putShort((short) (12_000 * Math.sin(2 * Math.PI * 440 * i / rate)));
        }
        var format = new AudioFormat(rate, 16, 1, true, true);
        try (var stream =
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, samples.capacity() / 2)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wav.toFile());
        }
        return wav;
    }

    static double soundSeconds(Path clip) throws IOException {
        try (var file = ClipFile.open(clip)) {
            var track = file.sound().orElseThrow();
            return ClipFile.seconds(track.duration(), track.time_base());
        }
    }

    /** Says that the clip is to be turned by a quarter clockwise, as a phone that was held upright does. */
    static void turn(Path mp4) throws IOException {
        var bytes = Files.readAllBytes(mp4);
        var header = ByteBuffer.wrap(bytes).position(indexOf(bytes, "tkhd") + 44);
        header.putInt(0).putInt(1 << 16).putInt(0);
        header.putInt(-1 << 16).putInt(0).putInt(0);
        header.putInt(0).putInt(0).putInt(1 << 30);
        Files.write(mp4, bytes);
    }

    static int indexOf(byte[] bytes, String word) {
        for (int i = 0; i + word.length() <= bytes.length; i++) {
            var found = true;
            for (int k = 0; k < word.length(); k++) {
                found &= bytes[i + k] == word.charAt(k);
            }
            if (found) {
                return i;
            }
        }
        return -1;
    }
}
