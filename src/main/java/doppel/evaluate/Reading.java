package doppel.evaluate;

import java.util.Locale;

/**
 * Reads the scores aloud: one plain sentence a number.
 *
 * <p>A number that nobody can read is decoration. The sentences say what a number compares, and own up when the swap is
 * no better than doing nothing.
 */
final class Reading {

    /** Differences below these are not told from chance, with one seed and 30 frames. */
    private static final double SMALL_PSNR = 0.2;

    private static final double SMALL_SSIM = 0.01;

    private final ScoredSet set;
    private final SwapScore mean;

    Reading(ScoredSet set) {
        this.set = set;
        this.mean = set.mean();
    }

    /** The first sentence of the page. */
    String verdict() {
        var gain = mean.psnr() - mean.psnrNoSwap();
        var structure = mean.ssim() - mean.ssimNoSwap();
        var better = gain > SMALL_PSNR && structure > SMALL_SSIM;
        var start = better
                ? ("The swap is nearer to the truth than the frame that it started from: %s dB and %s of structural"
                                + " similarity.")
                        .formatted(signed(gain, 1), signed(structure, 3))
                : ("The swap is not yet nearer to the truth than the frame that it started from (%s dB, %s of"
                                + " structural similarity): train longer, or with more faces.")
                        .formatted(signed(gain, 1), signed(structure, 3));
        return start + " " + identity();
    }

    String psnr() {
        return "How near each pixel comes to the truth; 6 dB halve the error, blur is forgiven. "
                + against(mean.psnr() - mean.psnrNoSwap(), mean.psnr() - mean.psnrWarpPaste(), SMALL_PSNR, " dB", 1);
    }

    String ssim() {
        return "Whether edges and textures are where the truth has them; 1 is the truth itself, blur costs. "
                + against(mean.ssim() - mean.ssimNoSwap(), mean.ssim() - mean.ssimWarpPaste(), SMALL_SSIM, "", 3);
    }

    String identityToA() {
        return "How much the swapped face looks like person A to a recognition network; 1 is A's mean face. "
                + identity();
    }

    String identityToB() {
        return "The same for person B, whose head it is: what is left of B. It should be the smaller of the two.";
    }

    private String identity() {
        var frames = set.frames().size();
        var count = Math.round(set.nearerA() * frames);
        return "In %d of %d frames the face looks more like A than like B.".formatted(count, frames);
    }

    private static String against(double noSwap, double warpPaste, double small, String unit, int digits) {
        return "The swap is %s than no swap and %s than warp-and-paste."
                .formatted(compared(noSwap, small, unit, digits), compared(warpPaste, small, unit, digits));
    }

    private static String compared(double gain, double small, String unit, int digits) {
        if (Math.abs(gain) < small) {
            return "not clearly better";
        }
        return number(Math.abs(gain), digits) + unit + (gain > 0 ? " better" : " worse");
    }

    static String signed(double value, int digits) {
        return (value < 0 ? "−" : "+") + number(Math.abs(value), digits);
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
