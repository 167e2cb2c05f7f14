package doppel.notebook;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One value in several forms, of which a page shows the richest that it can: a widget, then a picture or a table, then
 * plain text.
 *
 * @param forms by MIME type; text as it is, pictures as base64, a widget's view as a map
 */
public record Bundle(Map<String, Object> forms) {

    static final String TEXT = "text/plain";
    static final String HTML = "text/html";
    static final String WIDGET = "application/vnd.jupyter.widget-view+json";

    public Bundle {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    }

    /** Every value has a text; it must not change from run to run if the value does not. */
    public static Bundle text(String text) {
        return new Bundle(Map.of(TEXT, text));
    }

    /** Beside the text, a piece of a page. */
    public Bundle withHtml(String html) {
        return with(HTML, html);
    }

    /** Beside the text, a picture. */
    public Bundle withPicture(BufferedImage picture) {
        return withPicture(WebPicture.of(picture));
    }

    Bundle withPicture(WebPicture file) {
        return with(file.mime(), file.base64());
    }

    /** The picture among the forms. */
    Optional<WebPicture> picture() {
        return Stream.of("image/png", "image/jpeg")
                .filter(forms::containsKey)
                .map(mime -> new WebPicture(mime, Base64.getDecoder().decode((String) forms.get(mime))))
                .findFirst();
    }

    /** Beside the still forms, a live one. */
    public Bundle withWidget(AnyWidget widget) {
        return with(WIDGET, Map.of("model_id", widget.id(), "version_major", 2, "version_minor", 0));
    }

    private Bundle with(String mime, Object form) {
        var more = new LinkedHashMap<>(forms);
        more.put(mime, form);
        return new Bundle(more);
    }
}
