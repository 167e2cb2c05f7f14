package doppel.clean;

import doppel.extract.JsonLines;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The open end of {@code decisions.jsonl}: lines are only ever added, and each is forced to the disk.
 *
 * <p>So a kill at any instant costs at most the line in flight. A journal is opened for one act and closed at once,
 * because a person thinks for long between two decisions, and another notebook may decide meanwhile. What is locked is a
 * file beside it: on Linux and macOS a lock is gone as soon as its program closes the file anywhere, and the lines are
 * read during an act.
 */
final class DecisionJournal implements AutoCloseable {

    /** An act takes milliseconds; who waits longer than this waits for something else. */
    private static final int LONGEST_WAIT = 2000;

    private static final int PAUSE = 10;

    private final RandomAccessFile lock;
    private final RandomAccessFile file;

    private DecisionJournal(RandomAccessFile lock, RandomAccessFile file) {
        this.lock = lock;
        this.file = file;
    }

    /**
     * Waits up to two seconds for another act to end.
     *
     * @throws IllegalStateException if it does not
     * @throws IOException if the folder cannot be written, or the file is a link, whose end somebody else may need
     */
    static DecisionJournal open(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException(path + " is a link: put the file itself there");
        }
        var lock = lock(path.resolveSibling("decisions.lock"));
        try {
            for (int waited = 0; !locked(lock); waited += PAUSE) {
                if (waited >= LONGEST_WAIT) {
                    throw new IllegalStateException(path + " is being written by another notebook: decide again");
                }
                Thread.sleep(PAUSE);
            }
            return new DecisionJournal(lock, new RandomAccessFile(path.toFile(), "rw"));
        } catch (InterruptedException stopped) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nothing was decided, because the cell was stopped: decide again", stopped);
        } catch (IOException | RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /**
     * Adds a line after the first {@code end} bytes; what a kill left behind them is dropped.
     *
     * @return bytes up to and with the line
     */
    long append(DecisionLine line, long end) throws IOException {
        var bytes = JsonLines.line(line).getBytes(StandardCharsets.UTF_8);
        file.setLength(end);
        file.seek(end);
        file.write(bytes);
        file.getFD().sync();
        return file.length();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            file.close();
        }
    }

    private static RandomAccessFile lock(Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (FileNotFoundException refused) {
            throw new IOException(
                    "nothing can be decided here (%s): make the face folder writable".formatted(refused.getMessage()),
                    refused);
        }
    }

    private static boolean locked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException held) {
            return false; // by another thread of this very program
        }
    }
}
