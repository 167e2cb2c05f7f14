package doppel.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * A picture as a page takes it: drawings as PNG, photographs as JPEG, whichever is smaller once a PNG is large.
 *
 * @param mime {@code image/png} or {@code image/jpeg}
 * @param bytes of the file
 */
record WebPicture(String mime, byte[] bytes) {

    /** Below this, sharp edges are worth more than bytes. */
    private static final int SMALL = 24_000;

    private static final float QUALITY = 0.80f;

    static WebPicture of(BufferedImage picture) {
        var png = png(picture);
        if (png.length <= SMALL || picture.getColorModel().hasAlpha()) {
            return new WebPicture("image/png", png);
        }
        var drawing = Palette.of(picture);
        if (drawing.isPresent()) {
            return new WebPicture("image/png", png(drawing.get()));
        }
        var jpeg = jpeg(picture);
        return jpeg.length < 0.6 * png.length ? new WebPicture("image/jpeg", jpeg) : new WebPicture("image/png", png);
    }

    /** A thumbnail, where bytes are worth more than sharp edges. */
    static WebPicture small(BufferedImage picture) {
        return new WebPicture("image/jpeg", jpeg(picture));
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** For {@code src} of an {@code img}. */
    String address() {
        return "data:" + mime + ";base64," + base64();
    }

    private static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(opaque(picture), List.of(), null), how);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** JPEG has no transparency, and gray pictures go as they are. */
    private static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR || picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return picture;
        }
        var rgb = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = rgb.createGraphics();
        pen.drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return rgb;
    }
}
