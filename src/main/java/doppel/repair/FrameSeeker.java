package doppel.repair;

import doppel.media.Frame;
import doppel.media.FrameReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads on in a clip to the frames that are wanted, in the order of the clip. */
final class FrameSeeker {

    private final FrameReader reader;
    private final Path clip;
    private Optional<Frame> current = Optional.empty();

    private FrameSeeker(FrameReader reader, Path clip) {
        this.reader = reader;
        this.clip = clip;
    }

    static FrameSeeker of(FrameReader reader, Path clip) {
        return new FrameSeeker(reader, clip);
    }

    /**
     * @param number of a frame that is not before the last one asked for
     * @throws IOException if it cannot be read
     */
    Frame seek(int number) throws IOException {
        while (current.isEmpty() || current.get().number() < number) {
            current = reader.next();
            if (current.isEmpty()) {
                throw unreadable(number);
            }
        }
        if (current.get().number() != number) {
            throw unreadable(number);
        }
        return current.get();
    }

    private IOException unreadable(int number) {
        return new IOException("frame %d of %s could not be read again: check the disk, then repair again"
                .formatted(number, clip.getFileName()));
    }
}
