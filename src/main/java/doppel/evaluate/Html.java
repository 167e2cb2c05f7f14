package doppel.evaluate;

import java.util.Base64;

/** The little of HTML that a page of pictures and numbers needs. */
public final class Html {

    private Html() {}

    /** Text that a browser shows and never obeys. */
    public static String text(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A PNG file inside the page. */
    static String picture(byte[] png, String alternative, int width, int height) {
        return "<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\">"
                .formatted(address(png), text(alternative), width, height);
    }

    /** A PNG file as an address. */
    static String address(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
