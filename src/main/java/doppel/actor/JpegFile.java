package doppel.actor;

import doppel.compute.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures for the repository, where a PNG would take five times the room. */
final class JpegFile {

    private static final float QUALITY = .92f;

    private JpegFile() {}

    /** The file appears whole, or what was there before stays. */
    static void write(BufferedImage picture, Path file) throws IOException {
        write(picture, file, QUALITY);
    }

    /**
     * @param quality 0 to 1
     */
    static void write(BufferedImage picture, Path file, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        AtomicFile.write(file, bytes.toByteArray());
    }
}
