package doppel.repair;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.FrameRecord;
import doppel.media.FrameReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every frame of a clip by what it brought to the face folder: no face, one, several, or nothing that could be looked
 * at.
 *
 * <p>A frame without a face is a hole in the swapped clip, and a frame with two often shows somebody else. Both are
 * found here before anyone trains on them.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 *
 * @param person alias of the person that the folder is about
 * @param frames one entry a frame, in the order of the clip
 * @param finished whether the extraction came to the end of its clip; if not, the frames after the last are unknown
 */
public record FrameCensus(String person, List<Entry> frames, boolean finished) {

    private static final int MOST_NAMED = 8;

    /** Ten hours at 60 frames a second are 2 million; what goes far beyond is a broken record. */
    private static final int MOST_FRAMES = 10_000_000;

    /**
     * One frame.
     *
     * @param frame number in the clip, from 0
     * @param state what it brought
     * @param faces its faces from the left edge of the picture to the right
     */
    public record Entry(int frame, FrameState state, List<FaceRecord> faces) {

        public Entry {
            faces = List.copyOf(faces);
        }
    }

    public FrameCensus {
        frames = List.copyOf(frames);
    }

    /** What the folder says of itself: the frames up to the last one that it knows. */
    public static FrameCensus of(FaceFolder folder) {
        return of(folder, 0);
    }

    /**
     * The same up to the end of the clip, so that what an unfinished extraction has not seen is missing by number.
     *
     * @param clipOrFolder that the faces were extracted from; how long it is, is an estimate where it does not say
     * @throws IOException if the clip cannot be read
     */
    public static FrameCensus of(FaceFolder folder, Path clipOrFolder) throws IOException {
        try (var reader = FrameReader.open(clipOrFolder)) {
            return of(folder, folder.finished() ? 0 : reader.estimatedFrames());
        }
    }

    private static FrameCensus of(FaceFolder folder, int length) {
        var faces = folder.faces().stream().collect(Collectors.groupingBy(FaceRecord::frame));
        var looked = folder.frames().stream()
                .collect(Collectors.toMap(FrameRecord::frame, Function.identity(), (first, again) -> first));
        var end = Math.max(length, 1 + looked.keySet().stream().reduce(-1, Math::max));
        if (end > MOST_FRAMES) {
            throw new IllegalStateException(
                    "%s speaks of frame %d, and no clip of Doppel's has that many: extract again"
                            .formatted(folder.path(), end - 1));
        }
        var entries = new ArrayList<Entry>();
        for (int frame = 0; frame < end; frame += folder.source().options().everyNth()) {
            var found = faces.getOrDefault(frame, List.of()).stream()
                    .sorted(Comparator.comparingDouble(face -> face.box().x()))
                    .toList();
            var state = looked.containsKey(frame) ? state(looked.get(frame), found) : FrameState.MISSING;
            entries.add(new Entry(frame, state, found));
        }
        return new FrameCensus(folder.person(), entries, folder.finished());
    }

    private static FrameState state(FrameRecord frame, List<FaceRecord> faces) {
        if (frame.damaged()) {
            return FrameState.DAMAGED;
        }
        return faces.isEmpty() ? FrameState.NONE : faces.size() == 1 ? FrameState.ONE : FrameState.SEVERAL;
    }

    /** Numbers of the frames that were looked at and show no face. */
    public List<Integer> withoutFace() {
        return numbers(FrameState.NONE);
    }

    /** Numbers of the frames with two faces or more. */
    public List<Integer> withSeveral() {
        return numbers(FrameState.SEVERAL);
    }

    /** Numbers of the frames that could not be read. */
    public List<Integer> damaged() {
        return numbers(FrameState.DAMAGED);
    }

    /** Numbers of the frames that should have been looked at and were not. */
    public List<Integer> missing() {
        return numbers(FrameState.MISSING);
    }

    /**
     * The faces of a frame from the left edge of the picture to the right.
     *
     * @throws IllegalArgumentException if the census has no such frame
     */
    public List<FaceRecord> faces(int frame) {
        return frames.stream()
                .filter(entry -> entry.frame() == frame)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the census has %d frames and none has the number %d: take one from frames()"
                                .formatted(frames.size(), frame)))
                .faces();
    }

    public int count(FrameState state) {
        return numbers(state).size();
    }

    @Override
    public String toString() {
        return "frames of %s: %d with one face, %s without, %s with several, %s damaged, %s missing%s"
                .formatted(
                        person,
                        count(FrameState.ONE),
                        named(withoutFace()),
                        named(withSeveral()),
                        named(damaged()),
                        named(missing()),
                        finished ? "" : "; the extraction has not ended");
    }

    private List<Integer> numbers(FrameState state) {
        return frames.stream()
                .filter(entry -> entry.state() == state)
                .map(Entry::frame)
                .toList();
    }

    private static String named(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return "0";
        }
        var first = numbers.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return "%d (%s%s)".formatted(numbers.size(), first, numbers.size() > MOST_NAMED ? ", ..." : "");
    }
}
