package doppel.extract;

import doppel.align.CropOptions;
import doppel.compute.Json;
import doppel.image.Mask;
import doppel.image.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Extracted faces on disk: aligned pictures, masks, and one record a face.
 *
 * <p>All that follows in the book starts here. The folder is read as it was when it was opened; its pictures are read
 * when they are asked for.
 *
 * <p>Book: chapter 5, the extractor's output.
 */
public final class FaceFolder {

    private final FolderLayout layout;
    private final FaceSource source;
    private final FolderContents contents;

    private FaceFolder(FolderLayout layout, FaceSource source, FolderContents contents) {
        this.layout = layout;
        this.source = source;
        this.contents = contents;
    }

    /**
     * Opens a finished folder, or an unfinished one up to its last whole frame.
     *
     * @throws IOException if there is no face folder, or a record is not readable; the message names file and line
     */
    public static FaceFolder open(Path folder) throws IOException {
        var layout = new FolderLayout(folder);
        if (!Files.exists(layout.source())) {
            throw new IOException(folder + " is no face folder (source.json is missing): extract a clip into it first");
        }
        return new FaceFolder(layout, Json.read(layout.source(), FaceSource.class), FolderReading.read(layout));
    }

    public Path path() {
        return layout.root();
    }

    /** Alias of the person, as consent records have it. */
    public String person() {
        return source.person();
    }

    /** The clip and how it was extracted. */
    public FaceSource source() {
        return source;
    }

    /** How the pictures and masks of this folder are cut. */
    public CropOptions crop() {
        return source.options().crop();
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return contents.faces();
    }

    /**
     * The same folder seen with fewer faces, evenly taken from the clip: what somebody would have who filmed less. On the
     * disk all stay.
     *
     * @param most faces, 1 or more; all if there are no more
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public FaceFolder evenly(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a folder is seen with 1 face or more, got " + most + "; try 60");
        }
        var all = faces();
        var count = Math.min(most, all.size());
        var some = IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
        return new FaceFolder(layout, source, new FolderContents(frames(), some, faults()));
    }

    /** Every frame that was looked at, those without a face included, in the order of the clip. */
    public List<FrameRecord> frames() {
        return contents.frames();
    }

    /** Records that are not used, such as the second one of a frame; none in a folder that Doppel alone wrote. */
    public List<RecordFault> faults() {
        return contents.faults();
    }

    /**
     * The file of a picture or mask of this folder, links followed.
     *
     * @throws IOException if it is missing, or leads out of the folder
     */
    public Path file(StoredPicture picture) throws IOException {
        return layout.file(picture);
    }

    /** Whether both pictures of a face are there, in this folder, and are those that were extracted. */
    public boolean holds(FaceRecord face) {
        try {
            return layout.holds(face);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the extraction came to the end of its clip. */
    public boolean finished() {
        return Files.exists(layout.finished());
    }

    /**
     * The aligned face, {@code crop().size()} square.
     *
     * @throws IOException if the file is missing or damaged, or lies outside of the folder
     */
    public BufferedImage picture(FaceRecord face) throws IOException {
        return PictureFile.read(layout.file(face.aligned()));
    }

    /**
     * The mask of the aligned face, of the same size.
     *
     * @throws IOException if the file is missing or damaged, or lies outside of the folder
     */
    public Mask mask(FaceRecord face) throws IOException {
        return PictureFile.readMask(layout.file(face.mask()));
    }
}
