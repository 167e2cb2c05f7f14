package doppel.notebook;

import doppel.evaluate.ScoredFrame;
import doppel.evaluate.SwapReport;
import doppel.evaluate.SwapScore;
import doppel.figure.Gallery;
import doppel.provenance.Marks;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A report: the scores beside those of two swaps that cost no training, and the best and the worst frame. */
final class ReportView {

    private static final int HEIGHT = 200;
    private static final int LARGE = 300;

    private ReportView() {}

    static Bundle of(SwapReport report) {
        var scores = scores(report);
        var frames = frames(report);
        return Bundle.text(scores.text())
                .withHtml(Markup.all(scores.html(), Markup.picture(frames, "the best and the worst frame"))
                        .html());
    }

    /** One frame: as filmed, swapped, and as it should be. */
    static Bundle of(ScoredFrame scored) {
        var score = scored.score();
        return Bundle.text("%s: PSNR %s dB, SSIM %s, identity to A %s, to B %s"
                        .formatted(
                                scored.frame().name(),
                                number(score.psnr(), 1),
                                number(score.ssim(), 3),
                                number(score.identityToA(), 2),
                                number(score.identityToB(), 2)))
                .withPicture(row(Gallery.of().withHeight(LARGE), "target", scored, Marks.swap())
                        .draw());
    }

    private static Sheet scores(SwapReport report) {
        var truth = report.truth();
        var mean = truth.mean();
        var title = "%s, against the rendered truth: mean ± spread of %d frames"
                .formatted(
                        String.join(" over ", report.origin().consents()),
                        truth.frames().size());
        return Sheet.of(title, "measure", "swap", "no swap", "warp and paste")
                .row(
                        "PSNR, dB",
                        spread(report, 1, SwapScore::psnr),
                        number(mean.psnrNoSwap(), 1),
                        number(mean.psnrWarpPaste(), 1))
                .row(
                        "SSIM",
                        spread(report, 3, SwapScore::ssim),
                        number(mean.ssimNoSwap(), 3),
                        number(mean.ssimWarpPaste(), 3))
                .row("identity to A", spread(report, 2, SwapScore::identityToA), "", "")
                .row("identity to B", spread(report, 2, SwapScore::identityToB), "", "")
                .withNote("%.0f %% of the frames look more like A than like B".formatted(100 * truth.nearerA()));
    }

    private static String spread(SwapReport report, int digits, ToDoubleFunction<SwapScore> score) {
        return number(score.applyAsDouble(report.truth().mean()), digits) + " ± "
                + number(score.applyAsDouble(report.truth().spread()), digits);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static BufferedImage frames(SwapReport report) {
        var frames = report.truth().frames();
        var byPsnr =
                Comparator.comparingDouble((ScoredFrame frame) -> frame.score().psnr());
        var best = Collections.max(frames, byPsnr);
        var worst = Collections.min(frames, byPsnr);
        var gallery = row(Gallery.of().withHeight(HEIGHT).withColumns(3), "best", best, report.marks());
        return (best == worst ? gallery : row(gallery, "worst", worst, report.marks())).draw();
    }

    private static Gallery row(Gallery gallery, String rank, ScoredFrame scored, Marks marks) {
        var frame = scored.frame();
        return gallery.with("%s: %s".formatted(rank, frame.name()), frame.target())
                .with("swap, %s dB".formatted(number(scored.score().psnr(), 1)), scored.swap(), marks)
                .with("truth", frame.truth());
    }
}
