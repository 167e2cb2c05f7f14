package doppel.figure;

import doppel.image.Mats;
import doppel.media.Frame;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few moments of a clip above their swaps. Faces are found and decoded once; other options only blend them anew, which
 * is quick enough for a slider.
 *
 * <p>Book: chapter 4, "Applying a trained model to perform a swap", the preview before the whole clip is converted.
 *
 * @param frames of a clip
 * @param swaps one a frame; empty where the frame has no face, and passes as it is
 */
public record FiveFrames(List<Frame> frames, List<Optional<SwapSteps>> swaps) {

    private static final int GAP = 6;

    public FiveFrames {
        frames = List.copyOf(frames);
        swaps = List.copyOf(swaps);
    }

    /** Swaps the largest face of each frame. */
    public static FiveFrames of(FaceSwapper swapper, List<Frame> frames) {
        return new FiveFrames(
                frames,
                frames.stream().map(frame -> swapper.steps(frame.picture())).toList());
    }

    /** The same faces, put into their frames with other options. */
    public FiveFrames with(SwapOptions options) {
        var anew = new ArrayList<Optional<SwapSteps>>();
        swaps.forEach(swap -> anew.add(swap.map(steps -> steps.with(options))));
        return new FiveFrames(frames, anew);
    }

    public Gallery gallery() {
        var room = (Gallery.PAGE + GAP) / frames.size() - GAP;
        var first = frames.get(0).picture();
        var height = Math.min(300, room * first.getHeight() / first.getWidth());
        var gallery = Gallery.of().withColumns(frames.size()).withHeight(height);
        for (var frame : frames) {
            gallery = gallery.with("%.1f s".formatted(frame.seconds()), Mats.bgr(frame.picture()));
        }
        for (int i = 0; i < frames.size(); i++) {
            var swap = swaps.get(i);
            gallery = swap.isPresent()
                    ? gallery.with("swapped", Made.swap(swap.get().composite(), height))
                    : gallery.with("no face: as it was", frames.get(i).picture());
        }
        return gallery;
    }
}
