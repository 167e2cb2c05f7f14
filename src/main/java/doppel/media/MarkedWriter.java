package doppel.media;

import doppel.image.Mats;
import doppel.image.PictureFile;
import doppel.provenance.FileHash;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import doppel.provenance.Sha256;
import doppel.provenance.SourceType;
import doppel.provenance.VisibleLabel;
import doppel.provenance.Xmp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The one way for pictures and clips of made faces to leave Doppel: it always applies the marks.
 *
 * <p>Every made picture gets its visible label, every file its source type inside and its manifest beside. What a camera
 * recorded has a door of its own, {@link #recording}: nothing in it is made, so it has no label. The file is written
 * under another name, forced to the disk, checked, and moved into place last: whenever the power fails, the old file is
 * there or the new one, never half of one.
 *
 * <pre>{@code
 * try (var out = MarkedWriter.clip(file, ClipFormat.like(clip), Marks.swap(), origin)) {
 *     // for each frame: out.write(frame);
 *     out.finish();
 * }
 * }</pre>
 *
 * <p>Book: chapter 7, "Creating the video from images"; chapter 2, "Being an ethical deepfaker".
 */
public final class MarkedWriter implements AutoCloseable {

    /** Left free on the disk: the index of a long clip, the manifest, and some air for everyone else. */
    private static final long SPARE_BYTES = 32_000_000;

    private static final int FRAMES_BETWEEN_LOOKS = 25;

    private final Path file;
    private final Path part;
    private final ClipFormat format;
    private final Marks marks;
    private final Origin origin;
    private final long spareBytes;
    private final Optional<VisibleLabel> label; // none on a recording
    private final ClipEncoder encoder;
    private int written;
    private boolean open = true;

    private MarkedWriter(Path file, ClipFormat format, Marks marks, Origin origin, long spareBytes) throws IOException {
        this.file = file;
        this.part = part(file, ".mp4");
        this.format = format;
        this.marks = marks;
        this.origin = origin;
        this.spareBytes = spareBytes;
        this.label = marks.sourceType() == SourceType.DIGITAL_CAPTURE
                ? Optional.empty()
                : Optional.of(VisibleLabel.of(marks, format.width(), format.height()));
        prepare(file);
        requireSpace();
        try {
            this.encoder = new ClipEncoder(part, format);
        } catch (IOException fault) {
            Files.deleteIfExists(part);
            throw fault;
        }
    }

    /**
     * Writes one picture as PNG, with its marks.
     *
     * @param png ends in {@code .png}; replaced if it exists
     * @throws IOException if it cannot be written; what was there before stays
     */
    public static void picture(BufferedImage picture, Path png, Marks marks, Origin origin) throws IOException {
        requireMade(marks);
        var part = part(png, ".png");
        prepare(png);
        try {
            var label = VisibleLabel.of(marks, picture.getWidth(), picture.getHeight());
            PictureFile.write(label.draw(picture), part);
            publish(part, png, marks, origin);
        } catch (IOException fault) {
            throw unwritten(png, fault);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Begins a clip: H.264 with the sound that {@code format} names, as MP4.
     *
     * @param mp4 ends in {@code .mp4}; replaced by {@link #finish} if it exists
     * @throws IOException if the folder cannot be written, the disk is full, or the sound cannot be read
     */
    public static MarkedWriter clip(Path mp4, ClipFormat format, Marks marks, Origin origin) throws IOException {
        return clip(mp4, format, marks, origin, SPARE_BYTES);
    }

    static MarkedWriter clip(Path mp4, ClipFormat format, Marks marks, Origin origin, long spareBytes)
            throws IOException {
        requireMade(marks);
        return new MarkedWriter(mp4, format, marks, origin, spareBytes);
    }

    /**
     * Begins a clip of frames that come straight from a camera: without a label, because nothing in it is made, and with
     * the source type and the manifest that say so.
     *
     * @param origin names the consent of everyone who was recorded
     * @throws IllegalArgumentException if it names none
     * @throws IOException as {@link #clip}
     */
    public static MarkedWriter recording(Path mp4, ClipFormat format, Origin origin) throws IOException {
        if (origin.consents().isEmpty()) {
            throw new IllegalArgumentException(
                    "a recording needs the consent of whom it shows, got none for %s: ask first".formatted(mp4));
        }
        return new MarkedWriter(mp4, format, Marks.recording(), origin, SPARE_BYTES);
    }

    /**
     * Adds a frame at its own time, labeled unless it was recorded.
     *
     * @throws IllegalArgumentException if its picture has not the size of the format
     * @throws IllegalStateException if this writer is finished or closed
     * @throws IOException if the disk is full or fails
     */
    public void write(Frame frame) throws IOException {
        requireOpen();
        var picture = frame.picture();
        if (picture.getWidth() != format.width() || picture.getHeight() != format.height()) {
            throw new IllegalArgumentException("frame %d is %d x %d but the clip is %d x %d: resize it first"
                    .formatted(
                            frame.number(), picture.getWidth(), picture.getHeight(), format.width(), format.height()));
        }
        if (written % FRAMES_BETWEEN_LOOKS == 0) {
            requireSpace();
        }
        encoder.write(label.map(words -> words.draw(picture)).orElseGet(() -> Mats.bgr(picture)), frame.seconds());
        written++;
    }

    /**
     * Ends the clip, puts its marks on, checks that all frames are in it, and moves it into place.
     *
     * @throws IllegalStateException if no frame was written, or this writer is finished or closed
     * @throws IOException if the disk is full or fails; what was there before stays
     */
    public void finish() throws IOException {
        requireOpen();
        if (written == 0) {
            throw new IllegalStateException("no frame was written to %s: write one at least".formatted(file));
        }
        requireSpace();
        encoder.finish();
        release();
        try {
            var frames = Clip.probe(part).frames();
            if (frames != written) {
                throw new IOException("%d of %d frames arrived".formatted(frames, written));
            }
            publish(part, file, marks, origin);
        } catch (IOException fault) {
            throw unwritten(file, fault);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Frees everything; a clip that is not finished is discarded. */
    @Override
    public void close() throws IOException {
        if (open) {
            release();
            Files.deleteIfExists(part);
        }
    }

    /** What is called a recording goes without a label, so nothing else may be called so. */
    private static void requireMade(Marks marks) {
        if (marks.sourceType() == SourceType.DIGITAL_CAPTURE) {
            throw new IllegalArgumentException(
                    "marks of a camera recording are for MarkedWriter.recording: a made picture takes swap, preview or actor");
        }
    }

    private static void prepare(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException fault) {
            throw new IOException("the folder %s cannot be made: choose another one".formatted(folder), fault);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("nothing may be written to %s: choose another folder".formatted(folder));
        }
        if (Files.isDirectory(file)) {
            throw new IOException("%s is a folder: choose another name for the file".formatted(file));
        }
    }

    private static Path part(Path file, String ending) {
        // a root has no name
        var name = String.valueOf(file.getFileName());
        if (!name.endsWith(ending) || name.length() == ending.length()) {
            throw new IllegalArgumentException("a file name ending in %s is needed, got %s".formatted(ending, name));
        }
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + ".part" + ending);
    }

    /** Metadata in, manifest beside, then the one move that a reader can see. */
    private static void publish(Path part, Path file, Marks marks, Origin origin) throws IOException {
        new Xmp(marks.sourceType()).addTo(part);
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var output = new FileHash(file.getFileName().toString(), Sha256.of(part), Files.size(part));
        Manifest.of(marks, origin, List.of(output)).write(Manifest.beside(file));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static IOException unwritten(Path file, IOException fault) {
        return new IOException(
                "%s could not be written (%s): free some space, or choose another folder"
                        .formatted(file, fault.getMessage()),
                fault);
    }

    private void requireSpace() throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < spareBytes) {
            throw new IOException("the disk of %s is full, with %d MB free of the %d that are needed: free some space"
                    .formatted(folder, free / 1_000_000, spareBytes / 1_000_000));
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("%s is finished or closed: begin a new clip".formatted(file));
        }
    }

    private void release() {
        open = false;
        encoder.close();
    }
}
