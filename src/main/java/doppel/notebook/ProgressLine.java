package doppel.notebook;

import doppel.Progress;
import java.util.Locale;

/** How far an act is, in one line. Its text counts; only its page tells rates, which differ from machine to machine. */
final class ProgressLine {

    private static final String TRACK = "display:inline-block;width:180px;height:8px;margin:0 10px;border-radius:4px;"
            + "overflow:hidden;background:var(--jp-border-color2,#d0d0d0)";
    private static final String FILL = "height:100%%;width:%.1f%%;background:var(--jp-brand-color1,#0072b2)";

    private ProgressLine() {}

    static Bundle running(String act, Progress progress) {
        var known = progress.of() > 0;
        var count = known
                ? "%,d of %,d %s".formatted(progress.done(), progress.of(), progress.unit())
                : "%,d %s".formatted(progress.done(), progress.unit());
        var share = known ? Math.min(100.0, 100.0 * progress.done() / progress.of()) : 0;
        var track = Markup.of("span", Markup.of("div").with("style", String.format(Locale.ROOT, FILL, share)))
                .with("style", TRACK);
        return Bundle.text(act + ": " + count)
                .withHtml(line(act, track, quiet(count + rate(progress) + left(progress) + remark(progress))));
    }

    static Bundle ended(String act, Progress progress) {
        var count = "%,d %s".formatted(progress.done(), progress.unit());
        return Bundle.text(act + ": " + count)
                .withHtml(line(act, Markup.all(": " + count), quiet(rate(progress) + remark(progress))));
    }

    private static String line(String act, Markup middle, Markup end) {
        return Markup.of("div", Markup.of("b", act), middle, end)
                .with("style", "font-variant-numeric:tabular-nums")
                .html();
    }

    private static Markup quiet(String text) {
        return Markup.of("span", text).with("style", Markup.QUIET);
    }

    private static String rate(Progress progress) {
        return progress.perSecond() > 0 ? ", %s a second".formatted(brief(progress.perSecond())) : "";
    }

    private static String left(Progress progress) {
        if (progress.perSecond() <= 0 || progress.of() <= progress.done()) {
            return "";
        }
        var seconds = Math.round((progress.of() - progress.done()) / progress.perSecond());
        return seconds < 100 ? ", %d s left".formatted(seconds) : ", %d min left".formatted(Math.round(seconds / 60.0));
    }

    private static String remark(Progress progress) {
        return progress.remark().isBlank() ? "" : ", " + progress.remark();
    }

    private static String brief(double rate) {
        return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
    }
}
