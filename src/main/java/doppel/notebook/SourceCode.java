package doppel.notebook;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method of the library as it is written.
 *
 * @param name type and method, for example {@code FaceAligner.align}
 * @param file below the project's folder
 * @param firstLine of the method in the file, from 1
 * @param purpose first sentence of its Javadoc, possibly empty
 * @param code its lines, moved to the left margin
 */
public record SourceCode(String name, String file, int firstLine, String purpose, String code) implements Displayable {

    private static final String FRAME = "margin:0;padding:8px 12px;overflow-x:auto;line-height:1.35;border-radius:4px;"
            + "background:var(--jp-cell-editor-background,#f5f5f5);color:var(--jp-content-font-color1,#222);"
            + "font-family:var(--jp-code-font-family,monospace);font-size:var(--jp-code-font-size,13px)";
    private static final String NUMBER =
            "display:inline-block;width:3em;margin-right:1em;text-align:right;user-select:none;" + Markup.QUIET;

    @Override
    public Bundle display() {
        return Bundle.text(code).withHtml(html());
    }

    private String html() {
        var title = Markup.of(
                "div",
                Markup.of("b", name),
                Markup.of("span", purpose.isEmpty() ? "" : ": " + purpose),
                Markup.of("div", "%s, line %,d".formatted(file, firstLine)).with("style", Markup.QUIET));
        var lines = JavaColors.lines(code);
        var body = IntStream.range(0, lines.size())
                .mapToObj(i -> Markup.all(
                        Markup.of("span", String.valueOf(firstLine + i)).with("style", NUMBER),
                        lines.get(i),
                        new Markup("\n")))
                .map(Markup::html)
                .collect(Collectors.joining());
        return Markup.of("div", title, Markup.of("pre", new Markup(body)).with("style", FRAME))
                .html();
    }
}
