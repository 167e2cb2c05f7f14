package doppel.evaluate;

import java.util.List;

/**
 * All scored frames of a truth set.
 *
 * @param frames 1 or more, in the order of the truth set
 * @param missed names of the frames in which no face was found, and which no number counts
 */
public record ScoredSet(List<ScoredFrame> frames, List<String> missed) {

    /**
     * @throws IllegalArgumentException if there is no scored frame
     */
    public ScoredSet {
        frames = List.copyOf(frames);
        missed = List.copyOf(missed);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException(
                    "no face was found in any of the %d truth frames: lower minScore of the detector"
                            .formatted(missed.size()));
        }
    }

    /** Each number's mean over the frames. */
    public SwapScore mean() {
        return SwapScore.mean(scores());
    }

    /** Each number's standard deviation over the frames: a difference that is smaller says little. */
    public SwapScore spread() {
        return SwapScore.spread(scores());
    }

    /** In how many frames the swapped face is nearer to person A than to person B, 0 to 1. */
    public double nearerA() {
        return scores().stream()
                .mapToInt(score -> score.identityToA() > score.identityToB() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private List<SwapScore> scores() {
        return frames.stream().map(ScoredFrame::score).toList();
    }
}
