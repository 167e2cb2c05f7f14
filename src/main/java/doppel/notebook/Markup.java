package doppel.notebook;

import doppel.evaluate.Html;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page. Whatever goes in is escaped, unless it is a piece already.
 *
 * <p>Colors are the theme's, so that a piece reads on light and dark pages; each has a fallback for pages without a
 * theme.
 *
 * @param html the piece, whole elements or text
 */
record Markup(String html) {

    /** For what should stay in the background. */
    static final String QUIET = "color:var(--jp-ui-font-color2,#767676)";

    /** For what is well. */
    static final String GOOD = "color:var(--jp-success-color1,#2e7d32)";

    /** For what needs a reader. */
    static final String BAD = "color:var(--jp-error-color1,#c62828)";

    /** Text that a page shows and never obeys. */
    static Markup text(Object value) {
        return new Markup(Html.text(Words.of(value)));
    }

    /** An element around its content. */
    static Markup of(String tag, Object... content) {
        return new Markup("<" + tag + ">" + all(List.of(content)).html + "</" + tag + ">");
    }

    /** One piece after the other. */
    static Markup all(List<?> content) {
        return new Markup(content.stream()
                .map(part -> part instanceof Markup piece ? piece : text(part))
                .map(Markup::html)
                .collect(Collectors.joining()));
    }

    /** One piece after the other. */
    static Markup all(Object... content) {
        return all(Arrays.asList(content));
    }

    /** A picture inside the page, as large as it is but no wider than the page. */
    static Markup picture(BufferedImage picture, String alternative) {
        return image(WebPicture.of(picture), alternative).with("style", "max-width:100%;height:auto");
    }

    /**
     * A small picture inside the page.
     *
     * @param height on the page, pixels
     */
    static Markup thumbnail(BufferedImage picture, String alternative, int height) {
        return image(WebPicture.small(picture), alternative).with("height", height);
    }

    /** The same element with one more attribute. */
    Markup with(String attribute, Object value) {
        var end = 1;
        while (html.charAt(end) != '>' && html.charAt(end) != ' ') {
            end++;
        }
        return new Markup(
                "%s %s=\"%s\"%s".formatted(html.substring(0, end), attribute, Html.text(value), html.substring(end)));
    }

    private static Markup image(WebPicture file, String alternative) {
        return new Markup("<img>").with("src", file.address()).with("alt", alternative);
    }
}
