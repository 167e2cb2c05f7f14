package doppel.clean;

import doppel.compute.AtomicFile;
import doppel.extract.JsonLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The right to write measures beside a face folder's records: one at a time has it.
 *
 * <p>The lock is on a file of its own, because the measures themselves are now and then replaced by a shorter file.
 */
final class MeasureJournal implements AutoCloseable {

    private final Path file;
    private final RandomAccessFile lock;

    private MeasureJournal(Path file, RandomAccessFile lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * @throws IOException if somebody else writes, or the folder cannot be written
     */
    static MeasureJournal open(Path file, Path lockFile) throws IOException {
        var lock = new RandomAccessFile(lockFile.toFile(), "rw");
        var free = false;
        try {
            free = lock.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException held) {
            // by another thread of this very program: the answer is the same
        } finally {
            if (!free) {
                lock.close();
            }
        }
        if (!free) {
            throw new IOException(file + " is being written by somebody else");
        }
        return new MeasureJournal(file, lock);
    }

    /**
     * Adds a line after the first {@code end} bytes; what a kill left behind them is dropped.
     *
     * @return bytes up to and with the line
     */
    long append(MeasuredFace face, long end) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(end);
            out.seek(end);
            out.write(JsonLines.line(face).getBytes(StandardCharsets.UTF_8));
            return out.length();
        }
    }

    /** Puts these in the place of all lines, at once or not at all. */
    void replace(List<MeasuredFace> faces) throws IOException {
        var text = new StringBuilder();
        for (var face : faces) {
            text.append(JsonLines.line(face));
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A link is taken away, not what it leads to. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
