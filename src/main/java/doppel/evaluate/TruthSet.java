package doppel.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import doppel.compute.Json;
import doppel.image.PictureFile;
import doppel.media.FrameReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Frames whose perfect swap is known, because both people are rendered.
 *
 * <p>With real people there is no such thing: nobody can film A's face on B's head. That is why the shipped people are
 * rendered.
 *
 * @param frames 1 or more
 */
public record TruthSet(List<TruthFrame> frames) {

    /** A list of frames is short; a longer file is a mistake. */
    private static final long MOST_BYTES = 16_000_000;

    /**
     * @throws IllegalArgumentException if there is no frame
     */
    public TruthSet {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a truth set needs at least one frame, got none");
        }
    }

    private record ClipLine(int targetFrame, String truth, String mask) {}

    private record PictureLine(int frame, String target, String truth, String mask) {}

    /**
     * Truth for frames of a clip.
     *
     * @param list a JSON line a frame: {@code targetFrame} (its number in the clip), {@code truth} and {@code mask}
     *     (picture files beside the list)
     * @param clip the target clip
     * @throws IOException if a file is missing or damaged, a path leaves the folder, or the clip lacks a frame
     */
    public static TruthSet ofClip(Path list, Path clip) throws IOException {
        var lines = read(list, ClipLine.class);
        var numbers = new HashSet<Integer>();
        lines.forEach(line -> numbers.add(line.targetFrame()));
        var targets = targets(clip, numbers);
        var frames = new ArrayList<TruthFrame>();
        for (var line : lines) {
            var target = targets.get(line.targetFrame());
            if (target == null) {
                throw new IOException(
                        "%s asks for frame %d, which %s does not have: give the clip that the truth was made for"
                                .formatted(list, line.targetFrame(), clip));
            }
            frames.add(frame("frame " + line.targetFrame(), target, list, line.truth(), line.mask()));
        }
        return new TruthSet(frames);
    }

    /**
     * Truth for single pictures, which no clip holds.
     *
     * @param list a JSON line a frame: {@code frame} (a number), {@code target}, {@code truth} and {@code mask}
     *     (picture files beside the list)
     * @throws IOException if a file is missing or damaged, or a path leaves the folder
     */
    public static TruthSet ofPictures(Path list) throws IOException {
        var frames = new ArrayList<TruthFrame>();
        for (var line : read(list, PictureLine.class)) {
            var target = PictureFile.read(beside(list, line.target()));
            frames.add(frame("held-out frame " + line.frame(), target, list, line.truth(), line.mask()));
        }
        return new TruthSet(frames);
    }

    /**
     * All frames in another light.
     *
     * @throws IllegalArgumentException as {@link TruthFrame#relit}
     */
    public TruthSet relit(double red, double green, double blue) {
        return new TruthSet(
                frames.stream().map(frame -> frame.relit(red, green, blue)).toList());
    }

    private static TruthFrame frame(String name, BufferedImage target, Path list, String truth, String mask)
            throws IOException {
        return new TruthFrame(
                name, target, PictureFile.read(beside(list, truth)), PictureFile.readMask(beside(list, mask)));
    }

    private static Map<Integer, BufferedImage> targets(Path clip, Set<Integer> numbers) throws IOException {
        var targets = new HashMap<Integer, BufferedImage>();
        try (var reader = FrameReader.open(clip)) {
            for (var next = reader.next(); next.isPresent() && targets.size() < numbers.size(); next = reader.next()) {
                var frame = next.get();
                if (numbers.contains(frame.number())) {
                    targets.put(frame.number(), frame.picture());
                }
            }
        }
        return targets;
    }

    private static <T> List<T> read(Path list, Class<T> type) throws IOException {
        if (!Files.isRegularFile(list)) {
            throw new IOException(
                    list + " is missing: get the samples back with git checkout, or swap without a report");
        }
        if (Files.size(list) > MOST_BYTES) {
            throw new IOException(
                    "%s has %d bytes, more than a list of frames: not opened".formatted(list, Files.size(list)));
        }
        var lines = Files.readAllLines(list);
        var values = new ArrayList<T>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                values.add(Json.mapper()
                        .readerFor(type)
                        .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .readValue(lines.get(i)));
            } catch (JsonProcessingException broken) {
                throw new IOException(
                        "line %d of %s is not readable: %s".formatted(i + 1, list, broken.getOriginalMessage()));
            }
        }
        if (values.isEmpty()) {
            throw new IOException(list + " is empty: list at least one frame");
        }
        return values;
    }

    /** A file in the folder of the list, and nowhere else. */
    private static Path beside(Path list, String name) throws IOException {
        if (name.matches("[A-Za-z0-9][A-Za-z0-9._/-]*")) {
            var path = Path.of(name);
            if (path.equals(path.normalize())) {
                return list.resolveSibling(path);
            }
        }
        throw new IOException(
                "%s names \"%s\", which is not a file in its folder: write the bare file name".formatted(list, name));
    }
}
