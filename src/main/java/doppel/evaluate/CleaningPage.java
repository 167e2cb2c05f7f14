package doppel.evaluate;

import doppel.clean.Decision;
import doppel.clean.Decisions;
import doppel.clean.FaceRow;
import doppel.clean.Rule;
import doppel.clean.RuleReport;
import doppel.compute.AtomicFile;
import doppel.extract.FaceRecord;
import doppel.extract.RecordFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule book finds in a face folder, as one page of HTML that needs no other file and no network: for whoever has to
 * agree on what is thrown out.
 *
 * <p>The pictures are the folder's own files, unchanged, so the page is as private as the folder. Nothing on it is made by
 * a network.
 *
 * <p>Book: chapter 8, "Getting data under control".
 */
public final class CleaningPage {

    /** The worst of each rule. */
    private static final int FACES = 8;

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final RuleReport report;
    private final Decisions decisions;
    private final Map<String, FaceRow> rows;

    private CleaningPage(RuleReport report, Decisions decisions) {
        this.report = report;
        this.decisions = decisions;
        this.rows = report.faces().rows().stream().collect(Collectors.toMap(FaceRow::id, Function.identity()));
    }

    /**
     * Writes the page; it appears whole, or what was there before stays.
     *
     * @param file ends in {@code .html}
     * @throws IllegalArgumentException if it does not
     * @throws IOException if a picture cannot be read, or the page not be written
     */
    public static void write(RuleReport report, Decisions decisions, Path file) throws IOException {
        if (!file.toString().endsWith(".html")) {
            throw new IllegalArgumentException("the page is HTML, got %s: end its name in .html".formatted(file));
        }
        AtomicFile.write(file, new CleaningPage(report, decisions).html().getBytes(StandardCharsets.UTF_8));
    }

    private String html() throws IOException {
        var faces = report.faces();
        var slots = Map.of(
                "person", Html.text(faces.folder().person()),
                "book", Html.text(report.book().title()),
                "verdict", Html.text(verdict()),
                "tiles", tiles(),
                "rules", rules(),
                "overlap", overlap(),
                "damaged", damaged(),
                "galleries", galleries(),
                "decisions", decided(),
                "footer", Html.text("Made by Doppel, " + Instant.now()));
        return SLOT.matcher(template()).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String template() throws IOException {
        try (var resource = CleaningPage.class.getResourceAsStream("cleaning.html")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String verdict() {
        var all = rows.size() + report.damaged().size();
        return "%d of %d faces pass %s."
                .formatted(report.passing().size(), all, report.book().title());
    }

    private String tiles() {
        var counts = decisions.counts();
        return tile(report.passing().size(), "pass every rule")
                + tile(counts.get(Decision.KEPT), "kept")
                + tile(counts.get(Decision.REJECTED), "rejected")
                + tile(counts.get(Decision.UNDECIDED), "undecided")
                + tile(report.damaged().size(), "damaged");
    }

    private static String tile(int value, String name) {
        return "<div class=\"tile\"><b>%d</b><span>%s</span></div>".formatted(value, Html.text(name));
    }

    private String rules() {
        var table = report.table();
        return table.stream()
                .map(row -> row(List.of(
                        row.getString("rule"),
                        row.getString("test"),
                        row.getInt("failed"),
                        row.getInt("alone"),
                        row.getString("reason"),
                        row.getString("date"))))
                .collect(Collectors.joining("\n"));
    }

    /** Above the diagonal the numbers of below it would come again. */
    private String overlap() {
        var names = report.rules();
        var overlap = report.overlap();
        var html = new StringBuilder("<thead><tr><th></th>");
        names.forEach(name -> html.append("<th scope=\"col\" class=\"number\">%s</th>".formatted(Html.text(name))));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < names.size(); row++) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(Html.text(names.get(row))));
            for (int column = 0; column < names.size(); column++) {
                var both = overlap[row][column];
                html.append("<td class=\"number\">%s</td>".formatted(column > row || both == 0 ? "" : both));
            }
            html.append("</tr>");
        }
        return html.append("</tbody>").toString();
    }

    /** Faces whose files are broken, and records that are left out. */
    private String damaged() {
        var faces = report.damaged().stream().map(face -> face.face().id() + ": " + face.reason());
        var records = report.faces().folder().faults().stream().map(RecordFault::reason);
        var all = Stream.concat(faces, records).toList();
        return all.isEmpty()
                ? "<p>No picture, mask or record is broken.</p>"
                : all.stream()
                        .map(words -> "<li>%s</li>".formatted(Html.text(words)))
                        .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }

    private String galleries() throws IOException {
        var html = new StringBuilder();
        for (var rule : report.book().rules()) {
            var failing = report.failing(rule.name());
            if (!failing.isEmpty()) {
                html.append("<h3>%s</h3><p class=\"quiet\">%s</p><div class=\"faces\">"
                        .formatted(Html.text(rule.name()), Html.text(shown(rule, failing.size()))));
                for (var face : failing.subList(0, Math.min(FACES, failing.size()))) {
                    html.append(figure(rule, face));
                }
                html.append("</div>");
            }
        }
        return html.isEmpty() ? "<p>No face fails a rule.</p>" : html.toString();
    }

    private static String shown(Rule rule, int failing) {
        return failing <= FACES
                ? "%d fail: %s".formatted(failing, rule.test().words())
                : "%d fail, these the furthest: %s"
                        .formatted(failing, rule.test().words());
    }

    private String figure(Rule rule, FaceRecord face) throws IOException {
        var folder = report.faces().folder();
        var file = Files.readAllBytes(folder.file(face.aligned()));
        var side = folder.crop().size();
        var value = rule.test() instanceof Rule.Limits limits
                ? ", " + number(limits.measure().of(rows.get(face.id())))
                : "";
        var caption = "%s%s, %s".formatted(face.id(), value, words(decisions.of(face.id())));
        return "<figure>%s<figcaption>%s</figcaption></figure>"
                .formatted(Html.picture(file, "face " + face.id(), side, side), Html.text(caption));
    }

    /** Who decided how much. */
    private String decided() {
        var counts = new TreeMap<String, Integer>();
        decisions.all().forEach((id, decision) -> {
            if (decision != Decision.UNDECIDED) {
                counts.merge("%s by %s".formatted(words(decision), decisions.by(id)), 1, Integer::sum);
            }
        });
        return counts.isEmpty()
                ? "<p>Nothing is decided yet.</p>"
                : counts.entrySet().stream()
                        .map(entry -> row(List.of(entry.getKey(), entry.getValue())))
                        .collect(Collectors.joining("\n", "<table><tbody>", "</tbody></table>"));
    }

    private static String row(List<Object> cells) {
        return cells.stream()
                .map(cell ->
                        "<td%s>%s</td>".formatted(cell instanceof Number ? " class=\"number\"" : "", Html.text(cell)))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String words(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        var size = Math.abs(value);
        return (size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.3f").formatted(value);
    }
}
