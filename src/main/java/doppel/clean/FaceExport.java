package doppel.clean;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FolderWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The faces that are left after cleaning, in a face folder of their own: to keep, to hand on, to train from.
 *
 * <pre>{@code
 * FaceExport.copy(faces, Decisions.open(faces), Path.of("clean-a"));
 * }</pre>
 *
 * <p>The old folder stays as it is. The new one is finished and complete in itself: the very bytes of pictures and
 * masks, their records, and every frame that was looked at, with as many faces as are left of it.
 *
 * <p>Book: chapter 4, "Preparing the training images", where bad faces are deleted instead.
 *
 * @param folder the new folder
 * @param rejected how many faces stayed behind because they are rejected
 * @param damaged faces that stayed behind because a file is not what its record says
 */
public record FaceExport(FaceFolder folder, int rejected, List<DamagedFace> damaged) {

    public FaceExport {
        damaged = List.copyOf(damaged);
    }

    /**
     * Copies kept and undecided faces; the new folder is there whole or not at all.
     *
     * @param into a new folder, or an empty one
     * @throws IllegalArgumentException if the decisions are about another folder
     * @throws IllegalStateException if there is something in {@code into}, or no face is left
     * @throws IOException if the disk refuses; says what to do
     */
    public static FaceExport copy(FaceFolder folder, Decisions decisions, Path into) throws IOException {
        requireSame(folder, decisions);
        var left = decisions.remaining();
        var damaged = new ArrayList<DamagedFace>();
        for (var face : left) {
            fault(folder, face).ifPresent(reason -> damaged.add(new DamagedFace(face, reason)));
        }
        var whole = new ArrayList<>(left);
        damaged.forEach(face -> whole.remove(face.face()));
        if (whole.isEmpty()) {
            throw new IllegalStateException("no face of %s is left to copy: %d are rejected and %d are damaged"
                    .formatted(folder.path(), folder.faces().size() - left.size(), damaged.size()));
        }
        return new FaceExport(write(folder, whole, into), folder.faces().size() - left.size(), damaged);
    }

    @Override
    public String toString() {
        return "%d faces of %s copied to %s; %d rejected and %d damaged stayed behind"
                .formatted(folder.faces().size(), folder.person(), folder.path(), rejected, damaged.size());
    }

    private static FaceFolder write(FaceFolder folder, List<FaceRecord> faces, Path into) throws IOException {
        var ofFrame = faces.stream().collect(Collectors.groupingBy(FaceRecord::frame));
        try (var writer = FolderWriter.into(into, folder.source())) {
            for (var face : faces) {
                writer.copy(folder, face);
            }
            for (var frame : folder.frames()) {
                writer.add(
                        frame.frame(), frame.seconds(), ofFrame.getOrDefault(frame.frame(), List.of()), frame.damage());
            }
            return writer.finish();
        } catch (IOException fault) {
            throw new IOException(
                    "%s could not be written (%s) and nothing was left there: free space or choose another folder"
                            .formatted(into, reason(fault)),
                    fault);
        }
    }

    /** Without the two paths that a failed copy names first. */
    private static String reason(IOException fault) {
        return fault instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : fault.getMessage();
    }

    /** What is wrong with a face's files, if something is. */
    private static Optional<String> fault(FaceFolder folder, FaceRecord face) {
        try {
            StoredFace.read(folder, face);
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    private static void requireSame(FaceFolder folder, Decisions decisions) {
        if (!decisions.folder().path().equals(folder.path())) {
            throw new IllegalArgumentException("%s shall be copied and the decisions are about %s: open those of %s"
                    .formatted(folder.path(), decisions.folder().path(), folder.path()));
        }
    }
}
