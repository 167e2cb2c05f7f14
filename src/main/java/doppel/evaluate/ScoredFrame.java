package doppel.evaluate;

import java.awt.image.BufferedImage;

/**
 * One frame of a truth set, swapped and scored.
 *
 * @param frame the target, the truth and where they were compared
 * @param swap the swapped frame, without label: it leaves only through a writer that marks it
 * @param score of this frame
 */
public record ScoredFrame(TruthFrame frame, BufferedImage swap, SwapScore score) {

    /**
     * Compares a swap and the pasted face with the truth.
     *
     * @param identityToA cosine of the swapped face to person A
     * @param identityToB cosine of the swapped face to person B
     * @throws IllegalArgumentException if a size differs from the truth's
     */
    static ScoredFrame of(
            TruthFrame frame, BufferedImage swap, BufferedImage warpPaste, double identityToA, double identityToB) {
        var truth = frame.truth();
        var mask = frame.mask();
        return new ScoredFrame(
                frame,
                swap,
                new SwapScore(
                        Psnr.inside(swap, truth, mask),
                        Ssim.inside(swap, truth, mask),
                        Psnr.inside(frame.target(), truth, mask),
                        Ssim.inside(frame.target(), truth, mask),
                        Psnr.inside(warpPaste, truth, mask),
                        Ssim.inside(warpPaste, truth, mask),
                        identityToA,
                        identityToB));
    }
}
