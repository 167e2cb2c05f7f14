package doppel.evaluate;

import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Frames with a known truth, on which options of a swap are tried out: faces are found and decoded once, so that trying
 * costs no more than blending.
 *
 * <p>Book: chapter 7; tuning against a truth is beyond the book.
 *
 * @param truth 1 or more
 * @param swaps one for each of {@code truth}
 */
public record Trial(List<TruthFrame> truth, List<SwapSteps> swaps) {

    /**
     * @throws IllegalArgumentException if there is no frame, or not as many swaps
     */
    public Trial {
        truth = List.copyOf(truth);
        swaps = List.copyOf(swaps);
        if (truth.isEmpty() || truth.size() != swaps.size()) {
            throw new IllegalArgumentException("a trial needs frames with a face, got %d with %d swaps: take others"
                    .formatted(truth.size(), swaps.size()));
        }
    }

    /**
     * Some frames of a set, evenly spread; those without a face are left out.
     *
     * @param count 1 or more
     */
    public static Trial of(FaceSwapper swapper, TruthSet set, int count) {
        var truth = new ArrayList<TruthFrame>();
        var swaps = new ArrayList<SwapSteps>();
        for (int i = 0; i < count; i++) {
            var frame = set.frames().get(i * set.frames().size() / count);
            swapper.steps(frame.target()).ifPresent(steps -> {
                truth.add(frame);
                swaps.add(steps);
            });
        }
        return new Trial(truth, swaps);
    }

    /** How near swaps with these options come to the truth: the mean over the frames, decibels as {@link Psnr}. */
    public double psnr(SwapOptions options) {
        return IntStream.range(0, truth.size())
                .mapToDouble(i -> truth.get(i).psnr(swaps.get(i).with(options).composite()))
                .average()
                .orElseThrow();
    }
}
