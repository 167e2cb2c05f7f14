package doppel.extract;

import doppel.image.PictureFile;
import doppel.media.Frame;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Makes a new face folder that is there whole or not at all.
 *
 * <p>Everything is written beside the place where the folder will be, under a name that starts with a dot, and moved
 * there at the end. A kill leaves such a folder behind, which may be deleted.
 *
 * <p>Book: beyond the book, whose tools write over their own input.
 */
public final class FolderWriter implements AutoCloseable {

    private final Path into;
    private final FolderLayout part;
    private final FaceStore store;
    private final FaceJournal journal;

    private FolderWriter(Path into, FolderLayout part, FaceJournal journal) {
        this.into = into;
        this.part = part;
        this.store = new FaceStore(part);
        this.journal = journal;
    }

    /**
     * @param folder new, or empty
     * @throws IllegalStateException if there is something in it
     */
    public static FolderWriter into(Path folder, FaceSource source) throws IOException {
        requireNew(folder);
        var whole = folder.toAbsolutePath().normalize();
        var part = new FolderLayout(whole.resolveSibling(".%s.%s".formatted(whole.getFileName(), UUID.randomUUID())));
        return new FolderWriter(whole, part, FaceJournal.open(part, source));
    }

    /** Where the folder is while it is written: for files of one's own beside the records. */
    public Path path() {
        return part.root();
    }

    /** What was written up to now. */
    public FrameCounts counts() {
        return journal.counts();
    }

    /** Stores the pictures of a face that was cut out of {@code frame}; the record goes to {@link #add}. */
    public FaceRecord store(Frame frame, String id, FoundFace face) throws IOException {
        return store.put(frame, id, face);
    }

    /** Stores the very bytes of a face of another folder; the record goes to {@link #add}. */
    public FaceRecord copy(FaceFolder from, FaceRecord face) throws IOException {
        for (var picture : List.of(face.aligned(), face.mask())) {
            var copy = part.root().resolve(picture.path());
            Files.createDirectories(copy.getParent());
            Files.copy(from.file(picture), copy);
        }
        return face;
    }

    /**
     * Paints the aligned picture of a stored face anew; its mask and all that is known of it stay.
     *
     * @throws IllegalArgumentException if the new picture has another size
     */
    public FaceRecord repaint(FaceRecord face, UnaryOperator<BufferedImage> change) throws IOException {
        var file = part.root().resolve(face.aligned().path());
        var before = PictureFile.read(file);
        var after = change.apply(before);
        if (after.getWidth() != before.getWidth() || after.getHeight() != before.getHeight()) {
            throw new IllegalArgumentException(
                    "the new picture of face %s has %d x %d pixels and the folder's have %d x %d: bring it to their size"
                            .formatted(
                                    face.id(),
                                    after.getWidth(),
                                    after.getHeight(),
                                    before.getWidth(),
                                    before.getHeight()));
        }
        PictureFile.write(after, file);
        return new FaceRecord(
                face.version(),
                face.id(),
                face.origin(),
                face.detected(),
                face.landmarks(),
                face.toFaceUnits(),
                face.pose(),
                new StoredPicture(face.aligned().path(), Sha256.of(file)),
                face.mask());
    }

    /**
     * Adds a frame, in the order of the clip.
     *
     * @param faces whose pictures are stored
     */
    public void add(int frame, double seconds, List<FaceRecord> faces, String damage) throws IOException {
        journal.add(new FrameFaces(new FrameRecord(frame, seconds, faces.size(), damage), faces));
    }

    /** Puts the folder where it belongs, with all that was added. */
    public FaceFolder finish() throws IOException {
        journal.finish();
        journal.close();
        requireNew(into);
        Files.deleteIfExists(into);
        Files.move(part.root(), into);
        return FaceFolder.open(into);
    }

    /** Leaves nothing behind of a folder that was not finished. */
    @Override
    public void close() throws IOException {
        journal.close();
        if (Files.exists(part.root())) {
            try (var files = Files.walk(part.root())) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void requireNew(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                var found = files.findFirst();
                if (found.isPresent()) {
                    throw new IllegalStateException("%s is not empty (it holds %s): choose a new folder"
                            .formatted(folder, found.get().getFileName()));
                }
            }
        } else if (Files.exists(folder)) {
            throw new IllegalStateException(folder + " is a file: choose a new folder");
        }
    }
}
