package doppel.figure;

import doppel.evaluate.QualitySummary;
import doppel.evaluate.Spread;
import doppel.evaluate.TruthScores;
import java.util.function.Function;

/** One of the numbers that say how good a swap is. */
public enum QualityMeasure {
    /** Pixel by pixel. */
    PSNR("PSNR, dB", summary -> summary.ofScore(TruthScores::psnr)),

    /** Edge by edge. */
    SSIM("SSIM", summary -> summary.ofScore(TruthScores::ssim)),

    /** Whether it is the right person, frame by frame. */
    IDENTITY("identity: cosine to the truth", summary -> summary.ofScore(TruthScores::toTruth)),

    /** Whether it is the right person, of two. */
    NEARER_A(
            "frames nearer A than B, %",
            summary -> summary.of(row -> 100 * row.scores().nearerA()));

    private final String title;
    private final Function<QualitySummary, Spread> spread;

    QualityMeasure(String title, Function<QualitySummary, Spread> spread) {
        this.title = title;
        this.spread = spread;
    }

    /** For an axis, with its unit. */
    String title() {
        return title;
    }

    Spread of(QualitySummary summary) {
        return spread.apply(summary);
    }
}
