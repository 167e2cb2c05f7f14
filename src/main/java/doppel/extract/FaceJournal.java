package doppel.extract;

import doppel.compute.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The open end of a face folder, where an extraction writes.
 *
 * <p>Lines are only ever added, faces before their frame, so a kill at any instant costs at most the last frame. The
 * two files are written without channels, because an interrupt closes a channel in the middle of a line.
 */
final class FaceJournal implements AutoCloseable {

    private final FolderLayout folder;
    private final RandomAccessFile facesFile;
    private final RandomAccessFile framesFile;
    private FrameCounts counts = FrameCounts.none();
    private int next;

    private FaceJournal(FolderLayout folder) throws IOException {
        this.folder = folder;
        this.facesFile = new RandomAccessFile(folder.faces().toFile(), "rw");
        this.framesFile = new RandomAccessFile(folder.frames().toFile(), "rw");
    }

    /**
     * Opens a new folder, or an unfinished one at the first frame that is not there whole.
     *
     * @throws IllegalStateException if the folder holds something else, or another extraction writes to it
     */
    static FaceJournal open(FolderLayout folder, FaceSource source) throws IOException {
        Files.createDirectories(folder.root());
        if (Files.exists(folder.source())) {
            Json.read(folder.source(), FaceSource.class).requireSame(source, folder.root());
        } else {
            requireEmpty(folder);
            Json.write(folder.source(), source);
        }
        var journal = new FaceJournal(folder);
        try {
            journal.lock();
            journal.resume();
            return journal;
        } catch (IOException | RuntimeException fault) {
            journal.close();
            throw fault;
        }
    }

    /** The first frame that was not looked at. */
    int next() {
        return next;
    }

    FrameCounts counts() {
        return counts;
    }

    void add(FrameFaces found) throws IOException {
        for (var face : found.faces()) {
            append(facesFile, face);
        }
        append(framesFile, found.frame());
        count(found.frame());
    }

    /** Marks the folder as done, once all lines are on the disk. */
    void finish() throws IOException {
        facesFile.getFD().sync();
        framesFile.getFD().sync();
        Json.write(folder.finished(), counts);
    }

    @Override
    public void close() throws IOException {
        framesFile.close();
        facesFile.close();
    }

    private void lock() throws IOException {
        var free = false;
        try {
            free = framesFile.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException held) {
            // by another thread of this very program: the answer is the same
        }
        if (!free) {
            throw new IllegalStateException(
                    folder.root() + " is being written by another extraction: wait for it, or choose another folder");
        }
    }

    private void resume() throws IOException {
        var records = FolderRecords.read(folder, folder::holds);
        records.frames().forEach(this::count);
        framesFile.setLength(records.framesEnd());
        framesFile.seek(records.framesEnd());
        facesFile.setLength(records.facesEnd());
        facesFile.seek(records.facesEnd());
    }

    private void count(FrameRecord frame) {
        counts = counts.plus(frame);
        next = frame.frame() + 1;
    }

    private static void append(RandomAccessFile file, Object record) throws IOException {
        file.write(JsonLines.line(record).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireEmpty(FolderLayout folder) throws IOException {
        try (var files = Files.list(folder.root())) {
            var found = files.filter(file -> !file.toString().endsWith(".part")).findFirst();
            if (found.isPresent()) {
                throw new IllegalStateException("%s is no face folder and not empty (it holds %s): choose a new one"
                        .formatted(folder.root(), found.get().getFileName()));
            }
        }
    }
}
