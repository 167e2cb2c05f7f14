package doppel.evaluate;

import doppel.compute.Json;
import doppel.provenance.Manifest;
import doppel.provenance.Marks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as one page of HTML that needs no other file and no network.
 *
 * <p>The page's layout is the resource {@code report.html}; its {@code {{slots}}} are filled here.
 */
final class ReportPage {

    private static final int SHOWN_FRAMES = 6;

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private static final Color LIGHT_PAPER = new Color(0xfbfaf8);
    private static final Color LIGHT_INK = new Color(0x1f2328);
    private static final Color DARK_PAPER = new Color(0x16181b);
    private static final Color DARK_INK = new Color(0xe8e6e3);

    private final SwapReport report;
    private final Reading reading;

    ReportPage(SwapReport report) {
        this.report = report;
        this.reading = new Reading(report.truth());
    }

    String html() throws IOException {
        var manifest = Manifest.of(report.marks(), report.origin(), List.of());
        var frames = report.truth().frames();
        var slots = Map.ofEntries(
                Map.entry(
                        "people", Html.text(String.join(" and ", report.origin().consents()))),
                Map.entry("verdict", Html.text(reading.verdict())),
                Map.entry("tiles", tiles()),
                Map.entry("chosen", Html.text(chosen(frames.size()))),
                Map.entry("frames", frames()),
                Map.entry("count", String.valueOf(frames.size())),
                Map.entry("scores", new ScoreTable(report).html()),
                Map.entry("held", Html.text(held())),
                Map.entry("chart", chart()),
                Map.entry("run", list(run())),
                Map.entry("marks", list(marks())),
                Map.entry("made", list(made(manifest))),
                Map.entry(
                        "footer",
                        Html.text("Made by Doppel " + manifest.versions().get("doppel") + ", " + manifest.made()
                                + ". report.json holds the same numbers for programs.")));
        return SLOT.matcher(template()).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String template() throws IOException {
        try (var resource = ReportPage.class.getResourceAsStream("report.html")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String tiles() {
        var mean = report.truth().mean();
        return tile(Reading.number(mean.psnr(), 1) + " dB", "PSNR against the truth")
                + tile(Reading.number(mean.ssim(), 3), "SSIM against the truth")
                + tile(Reading.number(100 * report.truth().nearerA(), 0) + " %", "of frames nearer to A than to B")
                + tile(Reading.number(report.run().framesPerSecondSwap(), 1), "frames swapped a second")
                + tile(minutes(report.run().secondsTraining()), "of training");
    }

    private static String tile(String value, String name) {
        return "<div class=\"tile\"><b>%s</b><span>%s</span></div>".formatted(Html.text(value), Html.text(name));
    }

    private String chosen(int frames) {
        var missed = report.truth().missed();
        return "%d of %d frames, evenly spaced%s."
                .formatted(
                        Math.min(SHOWN_FRAMES, frames),
                        frames,
                        missed.isEmpty() ? "" : "; no face was found in " + String.join(", ", missed));
    }

    private String frames() throws IOException {
        var frames = report.truth().frames();
        var count = Math.min(SHOWN_FRAMES, frames.size());
        var rows = new StringBuilder();
        try (var pictures = PagePictures.open(report.origin())) {
            for (int i = 0; i < count; i++) {
                rows.append(row(frames.get(count == 1 ? 0 : i * (frames.size() - 1) / (count - 1)), pictures));
            }
        }
        return rows.toString();
    }

    /** Truth exists for actors only, so what is no swap on this page is a rendered person. */
    private String row(ScoredFrame scored, PagePictures pictures) throws IOException {
        var frame = scored.frame();
        var score = scored.score();
        var difference = PagePictures.difference(scored.swap(), frame.truth());
        return "<div class=\"frame\"><p>%s <span class=\"quiet\">PSNR %s dB, SSIM %s</span></p>%s%s%s%s</div>"
                .formatted(
                        Html.text(capital(frame.name())),
                        Reading.number(score.psnr(), 1),
                        Reading.number(score.ssim(), 3),
                        figure("B", frame.target(), pictures, Marks.actor()),
                        figure("swap", scored.swap(), pictures, report.marks()),
                        figure("truth", frame.truth(), pictures, Marks.actor()),
                        figure("difference", difference, pictures, report.marks()));
    }

    private static String figure(String name, BufferedImage picture, PagePictures pictures, Marks marks)
            throws IOException {
        var html = Html.picture(pictures.png(picture, marks), name, picture.getWidth(), picture.getHeight());
        return "<figure>%s<figcaption>%s</figcaption></figure>".formatted(html, Html.text(name));
    }

    private String held() {
        var held = report.held();
        return ("The held-out frames are %d frames that neither clip contains. Lower scores there than here would mean"
                        + " that the model knows this clip by heart.")
                .formatted(held.frames().size());
    }

    private String chart() throws IOException {
        if (report.history().isEmpty()) {
            return "<p class=\"quiet\">The run has no losses yet.</p>";
        }
        var light = LossCurve.of(report.history()).png(LIGHT_INK, LIGHT_PAPER);
        var dark = LossCurve.of(report.history()).png(DARK_INK, DARK_PAPER);
        return "<picture class=\"chart\"><source media=\"(prefers-color-scheme: dark)\" srcset=\"%s\">%s</picture>"
                .formatted(
                        Html.address(dark),
                        Html.picture(light, "losses of A and B over the steps", LossCurve.WIDTH, LossCurve.HEIGHT));
    }

    private Map<String, Object> run() {
        var run = report.run();
        var lines = new LinkedHashMap<String, Object>();
        lines.put("Training", "%,d steps in %s".formatted(run.steps(), minutes(run.secondsTraining())));
        lines.put("Speed of training", Reading.number(run.facesPerSecond(), 0) + " faces a second");
        lines.put("Speed of swapping", Reading.number(run.framesPerSecondSwap(), 1) + " frames a second");
        lines.put("From the clips to this page", minutes(run.secondsTotal()));
        return lines;
    }

    private Map<String, Object> marks() {
        var lines = new LinkedHashMap<String, Object>();
        lines.put("Label in the picture", report.marks().label());
        lines.put("Source type in the file", report.marks().sourceType().uri());
        lines.put("Manifest beside the file", "NAME.manifest.json: inputs, options, versions, fingerprints, consents");
        lines.put("Consent of", String.join(", ", report.origin().consents()));
        return lines;
    }

    private Map<String, Object> made(Manifest manifest) throws IOException {
        var lines = new LinkedHashMap<String, Object>();
        for (var option : report.origin().options().entrySet()) {
            lines.put(option.getKey(), plain(option.getValue()));
        }
        for (var input : report.origin().inputs()) {
            lines.put(input.name(), "%,d bytes, SHA-256 %s".formatted(input.bytes(), input.sha256()));
        }
        lines.putAll(manifest.versions());
        return lines;
    }

    /** A record as {@code feather 0.03, erode 0}, whatever it is made of. */
    private static String plain(Object value) throws IOException {
        var json = Json.mapper().writeValueAsString(value);
        return json.replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
    }

    private static String list(Map<String, Object> lines) {
        var html = new StringBuilder();
        lines.forEach(
                (name, value) -> html.append("<dt>%s</dt><dd>%s</dd>".formatted(Html.text(name), Html.text(value))));
        return html.toString();
    }

    private static String minutes(double seconds) {
        return seconds < 100
                ? Reading.number(seconds, 0) + " s"
                : "%d min %02d s".formatted((long) seconds / 60, (long) seconds % 60);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
