package doppel.evaluate;

import java.util.function.ToDoubleFunction;

/** The table of scores: a row a measure, the swap beside its baselines, and a sentence that reads the row. */
final class ScoreTable {

    private static final String NOT_MEASURED = "–";

    private final SwapScore mean;
    private final SwapScore spread;
    private final SwapScore held;
    private final Reading reading;

    ScoreTable(SwapReport report) {
        this.mean = report.truth().mean();
        this.spread = report.truth().spread();
        this.held = report.held().mean();
        this.reading = new Reading(report.truth());
    }

    String html() {
        return row(
                        "PSNR, dB",
                        1,
                        SwapScore::psnr,
                        Reading.number(mean.psnrNoSwap(), 1),
                        Reading.number(mean.psnrWarpPaste(), 1),
                        reading.psnr())
                + row(
                        "SSIM",
                        3,
                        SwapScore::ssim,
                        Reading.number(mean.ssimNoSwap(), 3),
                        Reading.number(mean.ssimWarpPaste(), 3),
                        reading.ssim())
                + row("Identity to A", 2, SwapScore::identityToA, NOT_MEASURED, NOT_MEASURED, reading.identityToA())
                + row("Identity to B", 2, SwapScore::identityToB, NOT_MEASURED, NOT_MEASURED, reading.identityToB());
    }

    private String row(
            String name,
            int digits,
            ToDoubleFunction<SwapScore> value,
            String noSwap,
            String warpPaste,
            String sentence) {
        return "<tr><th scope=\"row\">%s</th>%s%s%s%s<td class=\"reads\">%s</td></tr>"
                .formatted(
                        Html.text(name),
                        cell(
                                "swap",
                                "<b>%s</b> <small>± %s</small>"
                                        .formatted(
                                                Reading.number(value.applyAsDouble(mean), digits),
                                                Reading.number(value.applyAsDouble(spread), digits))),
                        cell("no swap", Html.text(noSwap)),
                        cell("warp and paste", Html.text(warpPaste)),
                        cell("held-out frames", Reading.number(value.applyAsDouble(held), digits)),
                        Html.text(sentence));
    }

    private static String cell(String name, String html) {
        return "<td class=\"number\" data-name=\"%s\">%s</td>".formatted(Html.text(name), html);
    }
}
