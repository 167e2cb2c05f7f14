package doppel.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads back the pictures that a page would show. */
final class Pictures {

    private static final Pattern ADDRESS = Pattern.compile("data:image/[a-z]+;base64,([A-Za-z0-9+/=]+)");

    private Pictures() {}

    /** The picture of a bundle. */
    static BufferedImage of(Bundle bundle) throws IOException {
        return read(bundle.picture().orElseThrow().bytes());
    }

    /** The first picture inside a piece of a page. */
    static BufferedImage inside(String html) throws IOException {
        var address = ADDRESS.matcher(html);
        if (!address.find()) {
            throw new IOException("no picture in " + html);
        }
        return read(Base64.getDecoder().decode(address.group(1)));
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
