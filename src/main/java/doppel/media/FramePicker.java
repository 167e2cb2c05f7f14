package doppel.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Picks a few frames out of a clip and keeps them in memory: for looking at, or for writing as pictures.
 *
 * <p>A clip is read from its start, because only there does the count of frames begin; half a minute takes two seconds.
 *
 * <p>Book: chapter 5, "Getting image files from a video".
 */
public final class FramePicker {

    private FramePicker() {}

    /**
     * The first frame and every {@code n}-th after it; a damaged one is left out.
     *
     * @throws IllegalArgumentException if {@code n} is below 1
     * @throws IOException as {@link FrameReader#open(Path)}
     */
    public static List<Frame> everyNth(Path clip, int n) throws IOException {
        if (n < 1) {
            throw new IllegalArgumentException("n must be 1 or more, got " + n + "; 25 is one frame a second");
        }
        return pick(clip, frame -> frame.number() % n == 0, Integer.MAX_VALUE);
    }

    /**
     * One frame by its number.
     *
     * @throws IllegalArgumentException if the clip has no whole frame of that number
     * @throws IOException as {@link FrameReader#open(Path)}
     */
    public static Frame at(Path clip, int number) throws IOException {
        return at(clip, List.of(number)).get(0);
    }

    /**
     * Frames by their numbers, in the order of the clip.
     *
     * @throws IllegalArgumentException if the clip lacks a whole frame of one of the numbers; names it
     * @throws IOException as {@link FrameReader#open(Path)}
     */
    public static List<Frame> at(Path clip, List<Integer> numbers) throws IOException {
        var wanted =
                numbers.stream().mapToInt(Integer::intValue).distinct().sorted().toArray();
        var last = Arrays.stream(wanted).max().orElse(-1);
        var frames = pick(clip, frame -> Arrays.binarySearch(wanted, frame.number()) >= 0, last);
        for (var number : wanted) {
            if (frames.stream().noneMatch(frame -> frame.number() == number)) {
                throw new IllegalArgumentException(
                        "%s has no whole frame %d: choose another number".formatted(clip.getFileName(), number));
            }
        }
        return frames;
    }

    private static List<Frame> pick(Path clip, Predicate<Frame> wanted, int last) throws IOException {
        var picked = new ArrayList<Frame>();
        try (var reader = FrameReader.open(clip)) {
            Optional<Frame> next = Optional.empty();
            do {
                next = reader.next();
                next.filter(wanted).ifPresent(picked::add);
            } while (next.isPresent() && next.get().number() < last);
        }
        return List.copyOf(picked);
    }
}
