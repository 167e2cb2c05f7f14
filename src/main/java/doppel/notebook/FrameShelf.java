package doppel.notebook;

import doppel.media.Clip;
import doppel.media.Frame;
import doppel.media.FrameReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Frames of a clip at hand in any order: a thread of its own reads the clip once, from the start, and keeps every frame
 * as a JPEG; of a long or large clip every second, third, ….
 */
final class FrameShelf {

    private static final int MOST_FRAMES = 900;

    /** About 60 MB as JPEGs. */
    private static final double MOST_PIXELS = 300e6;

    private final Clip clip;
    private final int step;
    private final NavigableMap<Integer, Still> stills = new TreeMap<>();
    private Optional<IOException> fault = Optional.empty();
    private boolean ended;

    /** A frame as it is kept. */
    private record Still(double seconds, byte[] jpeg) {}

    private FrameShelf(Clip clip, int step) {
        this.clip = clip;
        this.step = step;
    }

    /**
     * Begins to read.
     *
     * @throws IOException if it is no clip
     */
    static FrameShelf of(Path file) throws IOException {
        var clip = Clip.probe(file);
        var room = Math.min(MOST_FRAMES, MOST_PIXELS / ((double) clip.width() * clip.height()));
        var shelf = new FrameShelf(clip, Math.max(1, (int) Math.ceil(clip.frames() / room)));
        var reader = new Thread(shelf::read, "doppel-frames");
        reader.setDaemon(true);
        reader.start();
        return shelf;
    }

    /** Frames between two that are kept, 1 if all are. */
    int step() {
        return step;
    }

    /** Number of the last frame, as the clip announces it. */
    int last() {
        return Math.max(1, clip.frames() - 1);
    }

    /**
     * The frame of this number, or the nearest before it that is kept; waits until the thread has come that far.
     *
     * @throws IOException if the clip cannot be read, or its first frames are damaged
     */
    synchronized Frame frame(int number) throws IOException, InterruptedException {
        while (!ended && (stills.isEmpty() || stills.lastKey() < number)) {
            wait();
        }
        if (stills.floorKey(number) == null) {
            throw fault.orElseGet(() -> new IOException(
                    "%s has no whole frame up to number %d: take a later one".formatted(clip.file(), number)));
        }
        var still = stills.floorEntry(number);
        return new Frame(
                still.getKey(),
                still.getValue().seconds(),
                picture(still.getValue().jpeg()),
                "%06d".formatted(still.getKey()));
    }

    private void read() {
        try (var reader = FrameReader.open(clip.file())) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get().number() % step == 0) {
                    keep(next.get());
                }
            }
            end(Optional.empty());
        } catch (IOException broken) {
            end(Optional.of(broken));
        } catch (RuntimeException | Error broken) {
            // whoever waits for a frame must hear of it
            end(Optional.of(new IOException(
                    "%s cannot be read to its end (%s): make the clip again".formatted(clip.file(), broken), broken)));
        }
    }

    private void keep(Frame frame) {
        var still = new Still(frame.seconds(), WebPicture.jpeg(frame.picture()));
        synchronized (this) {
            stills.put(frame.number(), still);
            notifyAll();
        }
    }

    private synchronized void end(Optional<IOException> why) {
        fault = why;
        ended = true;
        notifyAll();
    }

    private static BufferedImage picture(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
