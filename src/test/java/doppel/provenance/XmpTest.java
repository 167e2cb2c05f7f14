package doppel.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.image.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class XmpTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(SourceType.class)
    void aPngTellsItsSourceTypeAndIsStillThePicture(SourceType type) throws IOException {
        var file = folder.resolve("picture.png");
        var picture = new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(3, 4, 0xFF8040);
        PictureFile.write(picture, file);
        assertEquals(Optional.empty(), Xmp.of(file));
        new Xmp(type).addTo(file);
        assertEquals(Optional.of(new Xmp(type)), Xmp.of(file));
        assertEquals(0xFFFF8040, PictureFile.read(file).getRGB(3, 4));
    }

    @Test
    void everyChunkOfAMarkedPngHasTheRightChecksum() throws IOException {
        var file = folder.resolve("picture.png");
        PictureFile.write(new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR), file);
        new Xmp(SourceType.DIGITAL_CREATION).addTo(file);
        var png = ByteBuffer.wrap(Files.readAllBytes(file)).position(8);
        while (png.hasRemaining()) {
            var crc = new CRC32();
            crc.update(png.array(), png.position() + 4, 4 + png.getInt(png.position()));
            png.position(png.position() + 8 + png.getInt(png.position()));
            assertEquals((int) crc.getValue(), png.getInt());
        }
    }

    @Test
    void anMp4TellsItsSourceTypeAndNothingBeforeItMoves() throws IOException {
        var file = Files.write(folder.resolve("clip.mp4"), boxes());
        assertEquals(Optional.empty(), Xmp.of(file));
        new Xmp(SourceType.DIGITAL_CREATION).addTo(file);
        assertEquals(Optional.of(new Xmp(SourceType.DIGITAL_CREATION)), Xmp.of(file));
        assertEquals(-1, Arrays.mismatch(Arrays.copyOf(Files.readAllBytes(file), boxes().length), boxes()));
    }

    @Test
    void aFileIsMarkedOnce() throws IOException {
        var file = Files.write(folder.resolve("clip.mp4"), boxes());
        new Xmp(SourceType.DIGITAL_CREATION).addTo(file);
        assertThrows(IOException.class, () -> new Xmp(SourceType.DIGITAL_CREATION).addTo(file));
    }

    @Test
    void aCutOffMp4IsNoWholeMp4() throws IOException {
        var file = Files.write(folder.resolve("clip.mp4"), Arrays.copyOf(boxes(), boxes().length - 3));
        var fault = assertThrows(IOException.class, () -> Xmp.of(file));
        assertTrue(fault.getMessage().contains("no whole MP4"), fault.getMessage());
    }

    @Test
    void otherFilesCarryNoMarks() throws IOException {
        var file = Files.writeString(folder.resolve("clip.mp4"), "this is no clip at all");
        var fault = assertThrows(IOException.class, () -> new Xmp(SourceType.DIGITAL_CREATION).addTo(file));
        assertTrue(fault.getMessage().contains("neither a PNG nor an MP4"), fault.getMessage());
    }

    @Test
    void aPacketThatSaysItInAnElementIsUnderstoodToo() throws IOException {
        var packet = """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
                <e:DigitalSourceType>%s</e:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>""".formatted(SourceType.TRAINED_ALGORITHMIC_MEDIA.uri());
        assertEquals(Optional.of(new Xmp(SourceType.TRAINED_ALGORITHMIC_MEDIA)), Xmp.parse(packet));
    }

    @Test
    void aPacketCannotReadOtherFiles() throws IOException {
        Files.writeString(folder.resolve("secret"), "readable, if entities were followed");
        var packet = """
                <!DOCTYPE x [<!ENTITY secret SYSTEM "%s">]><x>&secret;</x>""".formatted(folder.resolve("secret").toUri());
        assertThrows(IOException.class, () -> Xmp.parse(packet));
    }

    private static byte[] boxes() {
        return ByteBuffer.allocate(16 + 24 + 12)
                .putInt(16)
                .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                // a length of 1 says that the true one follows in 64 bits
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(24)
                .putLong(42)
                .putInt(12)
                .put("free1234".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
