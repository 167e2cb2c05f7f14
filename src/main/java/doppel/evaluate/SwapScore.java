package doppel.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How good a swap is, beside the two things that cost no training; of one frame, or the mean or spread of many.
 *
 * @param psnr of the swap against the truth, decibels
 * @param ssim of the swap against the truth
 * @param psnrNoSwap of the target frame as it is: what doing nothing gets
 * @param ssimNoSwap of the target frame as it is
 * @param psnrWarpPaste of the nearest face of person A pasted over the target: what no network gets
 * @param ssimWarpPaste of the nearest face of person A pasted over the target
 * @param identityToA cosine of the swapped face to the mean identity of person A's faces, -1 to 1
 * @param identityToB the same to person B's
 */
public record SwapScore(
        double psnr,
        double ssim,
        double psnrNoSwap,
        double ssimNoSwap,
        double psnrWarpPaste,
        double ssimWarpPaste,
        double identityToA,
        double identityToB) {

    /** The mean of each number. */
    static SwapScore mean(List<SwapScore> scores) {
        return each(value -> mean(scores, value));
    }

    /** The standard deviation of each number. */
    static SwapScore spread(List<SwapScore> scores) {
        return each(value -> {
            var mean = mean(scores, value);
            return Math.sqrt(mean(scores, score -> Math.pow(value.applyAsDouble(score) - mean, 2)));
        });
    }

    private static double mean(List<SwapScore> scores, ToDoubleFunction<SwapScore> value) {
        return scores.stream().mapToDouble(value).average().orElseThrow();
    }

    private static SwapScore each(ToDoubleFunction<ToDoubleFunction<SwapScore>> summary) {
        return new SwapScore(
                summary.applyAsDouble(SwapScore::psnr),
                summary.applyAsDouble(SwapScore::ssim),
                summary.applyAsDouble(SwapScore::psnrNoSwap),
                summary.applyAsDouble(SwapScore::ssimNoSwap),
                summary.applyAsDouble(SwapScore::psnrWarpPaste),
                summary.applyAsDouble(SwapScore::ssimWarpPaste),
                summary.applyAsDouble(SwapScore::identityToA),
                summary.applyAsDouble(SwapScore::identityToB));
    }
}
