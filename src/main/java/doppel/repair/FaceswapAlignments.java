package doppel.repair;

import doppel.align.CropOptions;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractStep;
import doppel.extract.FaceFolder;
import doppel.geometry.Box;
import doppel.landmark.Landmarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where the faces of a clip are, as faceswap exports it: a JSON file of boxes and landmarks, frame by frame.
 *
 * <p>The book's fourth chapter works with faceswap. What was aligned there by hand can be used here, and the other way
 * round. The frames of a video are named after it and counted from 1: {@code actor-a_000001.mp4} is frame 0.
 *
 * <pre>
 * {"actor-a_000001.mp4": [{"detected": [left, top, right, bottom], "landmarks_2d": [[x, y], ... 68 times]}], ...}
 * </pre>
 *
 * <p>Masks and identities are not in it: the masks are made anew from the pixels. Faceswap's own {@code .fsa} files are
 * pickles; opening a stranger's pickle runs the stranger's program, so they are refused.
 *
 * <p>Book: chapter 4, the alignments file. Source: the export job of faceswap's alignments tool, version of June 2026.
 *
 * @param frames faces by the name of their frame, in the order of the file
 */
public record FaceswapAlignments(Map<String, List<Face>> frames) {

    private static final Pattern NUMBERED = Pattern.compile(".*_(\\d{1,9})\\.[A-Za-z0-9]+");

    /**
     * A face of such a file.
     *
     * @param box in frame pixels
     * @param landmarks in frame pixels
     */
    public record Face(Box box, Landmarks landmarks) {}

    public FaceswapAlignments {
        frames = Collections.unmodifiableMap(new LinkedHashMap<>(frames));
    }

    /**
     * @param file exported by faceswap, or written by {@link #write}
     * @throws IOException if it is missing, no such JSON, or larger than 256 megabytes; names the frame and what to do
     */
    public static FaceswapAlignments read(Path file) throws IOException {
        return new FaceswapAlignments(FaceswapJson.read(file));
    }

    /**
     * Writes what a face folder knows, for faceswap to read: choose {@code file} as detector and as aligner there.
     * Boxes are rounded to whole pixels, landmarks to a thousandth of one. The frames of a folder of pictures are named
     * as if it were a video.
     *
     * @param file is replaced if it exists
     */
    public static FaceswapAlignments write(FaceFolder folder, Path file) throws IOException {
        var alignments = of(folder);
        FaceswapJson.write(alignments.frames, file);
        return alignments;
    }

    private static FaceswapAlignments of(FaceFolder folder) {
        var frames = new LinkedHashMap<String, List<Face>>();
        for (var frame : folder.frames()) {
            var faces = folder.faces().stream().filter(face -> face.frame() == frame.frame());
            frames.put(
                    name(folder.source().source().name(), frame.frame()),
                    faces.map(face -> new Face(face.box(), face.landmarks())).toList());
        }
        return new FaceswapAlignments(frames);
    }

    private static String name(String clip, int frame) {
        var dot = clip.lastIndexOf('.');
        return dot > 0
                ? "%s_%06d%s".formatted(clip.substring(0, dot), frame + 1, clip.substring(dot))
                : "%s_%06d.png".formatted(clip, frame + 1);
    }

    /** The faces of a frame of a video, by its number from 0; none if the file does not name it. */
    public List<Face> faces(int frame) {
        return frames.entrySet().stream()
                .filter(entry -> number(entry.getKey()).equals(Optional.of(frame)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    /** The frame's number from 0, if the name ends in one from 1. */
    static Optional<Integer> number(String name) {
        var found = NUMBERED.matcher(name);
        return found.matches()
                ? Optional.of(Integer.parseInt(found.group(1)) - 1).filter(number -> number >= 0)
                : Optional.empty();
    }

    /**
     * Makes a face folder of a clip and these landmarks: nothing is detected, every face is cut and masked anew.
     *
     * @param clipOrFolder that the landmarks belong to; the pictures of a folder are known by their names
     * @param person alias of the person, as consent records have it
     * @param into new folder, there whole or not at all
     * @param progress called after every frame
     * @throws IOException if the clip cannot be read, or a frame of the file is not in it
     * @throws IllegalStateException if the folder is not new, or a model is missing
     */
    public FaceFolder extract(
            Path clipOrFolder, String person, Path into, ModelFiles models, Consumer<ExtractStep> progress)
            throws IOException {
        return new AlignmentsImport(this, clipOrFolder, CropOptions.stored()).write(person, into, models, progress);
    }

    @Override
    public String toString() {
        return "alignments of %d frames with %d faces"
                .formatted(
                        frames.size(),
                        frames.values().stream().mapToInt(List::size).sum());
    }
}
