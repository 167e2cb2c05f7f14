package doppel.clean;

import doppel.extract.JsonLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The open end of {@code decisions.jsonl}, locked: lines are only ever added, and each is forced to the disk.
 *
 * <p>So a kill at any instant costs at most the line in flight. A journal is opened for one act and closed at once,
 * because a person thinks for long between two decisions, and another notebook may decide meanwhile.
 */
final class DecisionJournal implements AutoCloseable {

    private final RandomAccessFile file;

    private DecisionJournal(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * @throws IllegalStateException if another journal of this file is open
     */
    static DecisionJournal open(Path path) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "rw");
        var free = false;
        try {
            free = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException held) {
            // by another thread of this very program: the answer is the same
        } finally {
            if (!free) {
                file.close();
            }
        }
        if (!free) {
            throw new IllegalStateException(path + " is being written by another notebook: decide again");
        }
        return new DecisionJournal(file);
    }

    /**
     * Adds a line after the first {@code end} bytes; what a kill left behind them is dropped.
     *
     * @return bytes up to and with the line
     */
    long append(DecisionLine line, long end) throws IOException {
        file.setLength(end);
        file.seek(end);
        file.write(JsonLines.line(line).getBytes(StandardCharsets.UTF_8));
        file.getFD().sync();
        return file.length();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
