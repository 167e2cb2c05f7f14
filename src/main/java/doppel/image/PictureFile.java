package doppel.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Reads pictures with distrust and writes PNG files whole or not at all.
 *
 * <p>The size is read from the header before a pixel is decoded. A warning of the decoder counts as damage: a
 * truncated JPEG otherwise becomes half a picture and half gray, without any error, and the network learns the gray.
 */
public final class PictureFile {

    /** 64 megapixels: more than any frame of a clip, less than a picture made to fill the memory. */
    public static final long MOST_PIXELS = 64_000_000;

    private PictureFile() {}

    /**
     * @return the picture as {@code TYPE_3BYTE_BGR}
     * @throws DamagedPictureException if the file is no picture, is truncated or damaged, or has more than
     *     {@link #MOST_PIXELS} pixels
     * @throws IOException if the file cannot be read
     */
    public static BufferedImage read(Path file) throws IOException {
        return Mats.bgr(decode(file));
    }

    /**
     * @return the gray picture as a mask
     * @throws IOException as {@link #read(Path)}
     */
    public static Mask readMask(Path file) throws IOException {
        return Mask.of(decode(file));
    }

    /** Writes a PNG: the file appears whole, or what was there before stays. */
    public static void write(BufferedImage picture, Path file) throws IOException {
        try (var scope = new PointerScope()) {
            write(Mats.of(picture), file);
        }
    }

    /** Writes a gray PNG, 0 is black and 1 is white: the file appears whole, or what was there before stays. */
    public static void write(Mask mask, Path file) throws IOException {
        try (var scope = new PointerScope()) {
            write(Mats.of(mask), file);
        }
    }

    private static void write(Mat mat, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, png(mat));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new IOException(
                    "%s could not be written (%s): free space or mend the folder".formatted(file, fault.getMessage()),
                    fault);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Compressed for speed, not for size: runs of equal bytes only, at the lowest level. */
    private static byte[] png(Mat mat) {
        var encoded = new BytePointer();
        var parameters = new IntPointer(
                opencv_imgcodecs.IMWRITE_PNG_COMPRESSION,
                1,
                opencv_imgcodecs.IMWRITE_PNG_STRATEGY,
                opencv_imgcodecs.IMWRITE_PNG_STRATEGY_RLE);
        if (!opencv_imgcodecs.imencode(".png", mat, encoded, parameters)) {
            throw new IllegalArgumentException("no PNG can be made of " + mat);
        }
        var bytes = new byte[(int) encoded.limit()];
        encoded.get(bytes);
        return bytes;
    }

    private static BufferedImage decode(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file: give the path of a picture");
        }
        if (!Files.isReadable(file)) {
            throw new IOException(file + " may not be read: change its permissions");
        }
        if (Files.size(file) == 0) {
            throw new DamagedPictureException(file + " is empty (0 bytes): replace it or leave it out");
        }
        try (var stream = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new DamagedPictureException(file + " is not a picture that Doppel reads: use PNG, JPEG or BMP");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(file, reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decode(Path file, ImageReader reader) throws IOException {
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> warnings.add(warning));
        BufferedImage picture;
        try {
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new DamagedPictureException("%s has %d x %d pixels, more than %d million: make it smaller first"
                        .formatted(file, reader.getWidth(0), reader.getHeight(0), MOST_PIXELS / 1_000_000));
            }
            picture = reader.read(0);
        } catch (IIOException | RuntimeException broken) {
            throw new DamagedPictureException(
                    "%s is damaged (%s): replace it or leave it out".formatted(file, broken.getMessage()));
        }
        if (!warnings.isEmpty()) {
            throw new DamagedPictureException(
                    "%s is damaged (%s): replace it or leave it out".formatted(file, warnings.get(0)));
        }
        return picture;
    }
}
