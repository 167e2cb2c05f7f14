package doppel.notebook;

import java.util.Optional;

/**
 * An error that a cell made on purpose, with its advice.
 *
 * @param kind simple name of the exception
 * @param advice its message
 */
public record Mishap(String kind, String advice) implements Displayable {

    private static final String FRAME =
            "padding:6px 12px;border:1px dashed var(--jp-error-color1,#c62828);border-radius:4px;";
    private static final String TEXT = "color:var(--jp-content-font-color1,#222)";

    static Mishap of(Exception fault) {
        var message = Optional.ofNullable(fault.getMessage()).orElse("no message");
        return new Mishap(fault.getClass().getSimpleName(), ProjectFolder.relative(message));
    }

    @Override
    public Bundle display() {
        return Bundle.text(kind + ": " + advice).withHtml(html());
    }

    private String html() {
        return Markup.of(
                        "div",
                        Markup.of("b", kind).with("style", Markup.BAD),
                        Markup.of("div", advice).with("style", TEXT))
                .with("style", FRAME)
                .html();
    }
}
