package doppel.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

    @TempDir
    Path folder;

    @Test
    void aPictureComesBackByteForByte() throws IOException {
        var picture = noise(50, 30);
        PictureFile.write(picture, folder.resolve("picture.png"));
        assertArrayEquals(bytes(picture), bytes(PictureFile.read(folder.resolve("picture.png"))));
    }

    @Test
    void defect34_aMaskIsAGrayPictureOfEightBits() throws IOException {
        var mask = Mask.of(noise(20, 20));
        PictureFile.write(mask, folder.resolve("mask.png"));
        assertEquals(mask, PictureFile.readMask(folder.resolve("mask.png")));
        assertEquals(
                BufferedImage.TYPE_BYTE_GRAY,
                ImageIO.read(folder.resolve("mask.png").toFile()).getType());
    }

    @Test
    void writingLeavesNothingBesideThePicture() throws IOException {
        PictureFile.write(noise(8, 8), folder.resolve("deep/er/picture.png"));
        try (var files = Files.list(folder.resolve("deep/er"))) {
            assertEquals(1, files.count());
        }
    }

    /** Half a JPEG decodes to half a picture and half gray, without an error, unless someone listens for warnings. */
    @Test
    void aTruncatedJpegIsDamaged() throws IOException {
        var whole = folder.resolve("whole.jpg");
        ImageIO.write(noise(200, 200), "jpg", whole.toFile());
        var bytes = Files.readAllBytes(whole);
        for (var share : new double[] {0.3, 0.6, 0.95}) {
            var half = folder.resolve("half.jpg");
            Files.write(half, Arrays.copyOf(bytes, (int) (bytes.length * share)));
            var refusal = assertThrows(DamagedPictureException.class, () -> PictureFile.read(half));
            assertTrue(refusal.getMessage().contains("half.jpg is damaged"), refusal.getMessage());
        }
    }

    @Test
    void aPictureOf100MegapixelsIsRefusedByItsHeader() throws IOException {
        var hostile = folder.resolve("huge.png");
        Files.write(hostile, pngHeader(10_000, 10_000));
        var refusal = assertThrows(DamagedPictureException.class, () -> PictureFile.read(hostile));
        assertTrue(refusal.getMessage().contains("10000 x 10000 pixels, more than 64 million"), refusal.getMessage());
    }

    @Test
    void textIsNoPicture() throws IOException {
        var text = Files.writeString(folder.resolve("text.png"), "not a picture");
        var refusal = assertThrows(DamagedPictureException.class, () -> PictureFile.read(text));
        assertTrue(refusal.getMessage().contains("text.png is not a picture"), refusal.getMessage());
    }

    @Test
    void aFolderAndAMissingFileAreNoPictures() {
        for (var path : new Path[] {folder, folder.resolve("missing.png")}) {
            var refusal = assertThrows(IOException.class, () -> PictureFile.read(path));
            assertTrue(refusal.getMessage().contains(path + " is not a file"), refusal.getMessage());
        }
    }

    private static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(8 + 25);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        header.putInt(13).put("IHDR".getBytes()).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array(), 12, 17);
        header.putInt((int) crc.getValue());
        return header.array();
    }

    private static BufferedImage noise(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        new java.util.Random(3).nextBytes(bytes(picture));
        return picture;
    }

    private static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
