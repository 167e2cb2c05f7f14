package doppel.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the frames of a clip, or of a folder of pictures, one after the other.
 *
 * <p>Damage is not an exception: every frame that can be had comes, and what could not is listed. So one bad frame
 * does not end a night's work, and nobody learns from half a picture unawares. Not thread-safe.
 *
 * <p>Book: chapter 5, "Getting image files from a video".
 */
public final class FrameReader implements AutoCloseable {

    /** Frames a second that a folder of pictures is taken for, as in the book's command. */
    public static final double FOLDER_RATE = 25;

    private final FrameSource source;
    private boolean closed;

    private FrameReader(FrameSource source) {
        this.source = source;
    }

    /** A folder counts as {@value #FOLDER_RATE} frames a second. */
    public static FrameReader open(Path clipOrFolder) throws IOException {
        return open(clipOrFolder, FOLDER_RATE);
    }

    /**
     * @param clipOrFolder a clip; or a folder of PNG, JPEG and BMP files, read in the order in which people count
     *     (frame2 before frame10), without what lies in folders below it and files whose names start with a dot
     * @param folderRate frames a second of a folder; a clip has its own
     * @throws IOException if it is neither, or empty, or may not be read
     */
    public static FrameReader open(Path clipOrFolder, double folderRate) throws IOException {
        return new FrameReader(
                Files.isDirectory(clipOrFolder)
                        ? FolderFrames.open(clipOrFolder, folderRate)
                        : ClipFrames.open(clipOrFolder, false));
    }

    /**
     * Reads only the frames of a clip that stand by themselves, one every few seconds: an overview of a long clip in a
     * tenth of the time. Their numbers are by the mean rate.
     *
     * @throws IOException if it is no clip, or may not be read
     */
    public static FrameReader openKeyFrames(Path clip) throws IOException {
        return new FrameReader(ClipFrames.open(clip, true));
    }

    /**
     * The next good frame.
     *
     * @return empty after the last
     * @throws IOException if the disk fails
     * @throws IllegalStateException if this reader is closed
     */
    public Optional<Frame> next() throws IOException {
        if (closed) {
            throw new IllegalStateException("this reader is closed: open the clip again");
        }
        return source.next();
    }

    /** The damaged frames up to here; complete, with what a cut-off clip lacks, after the last frame. */
    public List<DamagedFrame> damaged() {
        return List.copyOf(source.damaged());
    }

    /** How many frames to expect, damaged ones included; 0 if nobody can tell. */
    public int estimatedFrames() {
        return source.estimatedFrames();
    }

    /** The mean rate. */
    public double framesPerSecond() {
        return source.framesPerSecond();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            source.close();
        }
    }
}
