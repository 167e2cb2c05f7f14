package doppel.evaluate;

import doppel.image.Mats;
import doppel.media.MarkedWriter;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns pictures into PNG files for a page, each through the writer that marks it.
 *
 * <p>Whoever saves a picture from the page takes its marks along.
 */
final class PagePictures implements AutoCloseable {

    /** How much brighter than it is a difference is shown: one of 64 levels is white. */
    private static final int DIFFERENCE_GAIN = 4;

    private final Path folder;
    private final Origin origin;

    private PagePictures(Path folder, Origin origin) {
        this.folder = folder;
        this.origin = origin;
    }

    static PagePictures open(Origin origin) throws IOException {
        return new PagePictures(Files.createTempDirectory("doppel-report"), origin);
    }

    /** The bytes of a PNG file with visible label and source type. */
    byte[] png(BufferedImage picture, Marks marks) throws IOException {
        var file = folder.resolve("picture.png");
        MarkedWriter.picture(picture, file, marks, origin);
        return Files.readAllBytes(file);
    }

    /** How far apart two pictures are, in gray: black is equal. */
    static BufferedImage difference(BufferedImage one, BufferedImage other) {
        var ours = pixels(one);
        var theirs = pixels(other);
        var difference = new BufferedImage(one.getWidth(), one.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var gray = pixels(difference);
        for (int i = 0; i < gray.length; i += 3) {
            var sum = 0;
            for (int channel = i; channel < i + 3; channel++) {
                sum += Math.abs((ours[channel] & 255) - (theirs[channel] & 255));
            }
            var value = (byte) Math.min(255, DIFFERENCE_GAIN * sum / 3);
            gray[i] = value;
            gray[i + 1] = value;
            gray[i + 2] = value;
        }
        return difference;
    }

    /** Deletes the files; the page has their bytes. */
    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static byte[] pixels(BufferedImage picture) {
        return ((DataBufferByte) Mats.bgr(picture).getRaster().getDataBuffer()).getData();
    }
}
