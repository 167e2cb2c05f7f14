package doppel.notebook;

import doppel.evaluate.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Java on a page: words, texts and comments in the colors of the theme's own editor. */
final class JavaColors {

    private static final Pattern PARTS = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<text>\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')"
                    + "|(?<number>\\b\\d[\\w.]*)"
                    + "|(?<word>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else"
                    + "|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null|private"
                    + "|protected|public|record|return|short|static|super|switch|this|throw|throws|true|false|try|var|void"
                    + "|while|yield)\\b)",
            Pattern.DOTALL);

    private static final Map<String, String> COLORS = Map.of(
            "comment", "color:var(--jp-mirror-editor-comment-color,#57808c)",
            "text", "color:var(--jp-mirror-editor-string-color,#ba2121)",
            "number", "color:var(--jp-mirror-editor-number-color,#080)",
            "word", "color:var(--jp-mirror-editor-keyword-color,#008000);font-weight:bold");

    private JavaColors() {}

    /** One piece a line; a comment over several lines is colored in each. */
    static List<Markup> lines(String code) {
        var lines = new ArrayList<Markup>();
        var line = new ArrayList<Markup>();
        for (var part : parts(code)) {
            var pieces = part.code.split("\n", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    lines.add(Markup.all(line));
                    line = new ArrayList<>();
                }
                line.add(part.paint(pieces[i]));
            }
        }
        lines.add(Markup.all(line));
        return lines;
    }

    private static List<Part> parts(String code) {
        var parts = new ArrayList<Part>();
        var match = PARTS.matcher(code);
        var end = 0;
        while (match.find()) {
            parts.add(new Part(code.substring(end, match.start()), ""));
            var kind = COLORS.keySet().stream()
                    .filter(name -> match.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            parts.add(new Part(match.group(), COLORS.get(kind)));
            end = match.end();
        }
        parts.add(new Part(code.substring(end), ""));
        return parts;
    }

    /** A stretch of code in one color; an empty one is the page's own. */
    private record Part(String code, String color) {
        Markup paint(String piece) {
            var escaped = new Markup(Html.text(piece));
            return color.isEmpty() || piece.isEmpty()
                    ? escaped
                    : Markup.of("span", escaped).with("style", color);
        }
    }
}
