package doppel.notebook;

/**
 * The answer of an exercise that checks itself.
 *
 * @param holds whether the claim is true
 * @param claim what should be true, a sentence
 * @param hint what to try if it is not
 */
public record Check(boolean holds, String claim, String hint) implements Displayable {

    private static final String FRAME =
            "padding:6px 12px;border-left:4px solid currentcolor;background:var(--jp-layout-color2,#f4f4f4);";
    private static final String OPEN = "color:var(--jp-warn-color0,#b25c00)";
    private static final String TEXT = "color:var(--jp-content-font-color1,#222)";

    @Override
    public Bundle display() {
        return Bundle.text(mark() + " " + claim + (holds ? "" : " — " + hint)).withHtml(html());
    }

    private String mark() {
        return holds ? "✔" : "✘ not yet:";
    }

    private String html() {
        var words = Markup.of("span", " " + claim).with("style", TEXT);
        var advice = Markup.of("div", hint).with("style", Markup.QUIET);
        return Markup.of("div", Markup.of("b", mark()), words, holds ? Markup.all() : advice)
                .with("style", FRAME + (holds ? Markup.GOOD : OPEN))
                .html();
    }
}
