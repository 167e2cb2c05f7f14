package doppel.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.actor.Moment;
import doppel.detect.SampleFrames;
import doppel.extract.FaceFolder;
import doppel.image.Mask;
import doppel.image.PictureFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two faces, one is broken in one way: it is named with its reason, and the other is measured. */
class DamagedFaceTest {

    private static final String PICTURE = "aligned/000001-0.png";
    private static final String MASK = "mask/000001-0.png";

    @TempDir
    private static Path temporary;

    private Path folder;

    @BeforeAll
    static void render() throws IOException {
        var rendered = new RenderedFolder(temporary.resolve("rendered"), "a");
        var shot = rendered.add(Moment.frontal());
        rendered.add(shot, shot.picture());
    }

    @BeforeEach
    void copy(@TempDir Path own) throws IOException {
        folder = FolderCopy.of(temporary.resolve("rendered"), own.resolve("faces"));
    }

    @Test
    void aMissingPicture() throws IOException {
        Files.delete(folder.resolve(PICTURE));
        damaged("aligned/000001-0.png is missing: put it back");
    }

    @Test
    void aMissingMask() throws IOException {
        Files.delete(folder.resolve(MASK));
        damaged("mask/000001-0.png is missing: put it back");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.write(folder.resolve(PICTURE), new byte[0]);
        damaged("aligned/000001-0.png is empty (0 bytes)");
    }

    @Test
    void aTruncatedPicture() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(PICTURE));
        Files.write(folder.resolve(PICTURE), Arrays.copyOf(bytes, bytes.length / 2));
        damaged("aligned/000001-0.png is damaged");
    }

    @Test
    void aTruncatedMask() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(MASK));
        Files.write(folder.resolve(MASK), Arrays.copyOf(bytes, bytes.length / 2));
        damaged("mask/000001-0.png is damaged");
    }

    @Test
    void aTextThatIsNamedLikeAPicture() throws IOException {
        Files.writeString(folder.resolve(PICTURE), "dear reader\n");
        damaged("aligned/000001-0.png is not a picture that Doppel reads");
    }

    @Test
    void aPictureMadeToFillTheMemory() throws IOException {
        Files.write(folder.resolve(PICTURE), pngHeader(10_000, 10_000));
        damaged("aligned/000001-0.png has 10000 x 10000 pixels, more than 64 million");
    }

    @Test
    void aLinkOutOfTheFolder() throws IOException {
        var outside = folder.resolveSibling("outside.png");
        Files.move(folder.resolve(PICTURE), outside);
        Files.createSymbolicLink(folder.resolve(PICTURE), outside);
        damaged("aligned/000001-0.png leads out of the face folder");
    }

    @Test
    void aFolderInThePlaceOfAPicture() throws IOException {
        Files.delete(folder.resolve(PICTURE));
        Files.createDirectory(folder.resolve(PICTURE));
        damaged("aligned/000001-0.png is not a file");
    }

    @Test
    void aPictureOfAnotherSize() throws IOException {
        PictureFile.write(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), folder.resolve(PICTURE));
        damaged("aligned/000001-0.png has 64 x 64 pixels and the folder's pictures have 128 x 128");
    }

    @Test
    void aMaskOfAnotherSize() throws IOException {
        PictureFile.write(Mask.filled(64, 64, 1), folder.resolve(MASK));
        damaged("mask/000001-0.png has 64 x 64 pixels");
    }

    @Test
    void anotherPictureThanWasExtracted() throws IOException {
        PictureFile.write(new BufferedImage(128, 128, BufferedImage.TYPE_3BYTE_BGR), folder.resolve(PICTURE));
        damaged("aligned/000001-0.png was changed after it was extracted");
    }

    @Test
    void landmarksThatAreNoNumbers() throws IOException {
        FolderCopy.change(
                folder.resolve("faces.jsonl"),
                1,
                line -> line.replaceFirst("\"landmarks\":\\[\\[.*?\\]", "\"landmarks\":[[\"NaN\",5]"));
        damaged("the record of face 000001-0 is broken (");
    }

    @Test
    void aFolderOfNothingElseIsATableWithoutRows() throws IOException {
        for (var id : new String[] {"000000-0", "000001-0"}) {
            Files.delete(folder.resolve("aligned/" + id + ".png"));
        }
        var table = table();
        assertEquals(0, table.rows().size());
        assertEquals(2, table.damaged().size());
        assertEquals(2, table.table().rowCount());
    }

    @Test
    void onceMendedItIsMeasuredAgain() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(PICTURE));
        Files.write(folder.resolve(PICTURE), new byte[0]);
        assertEquals(1, table().damaged().size());
        Files.write(folder.resolve(PICTURE), bytes);
        assertEquals(0, table().damaged().size());
    }

    /** The broken face is not in the rows, and in the table it has a reason and no numbers. */
    private void damaged(String reason) throws IOException {
        for (var time : new String[] {"measured", "read"}) {
            var table = table();
            assertEquals(1, table.damaged().size(), time);
            var damaged = table.damaged().get(0);
            assertEquals("000001-0", damaged.face().id());
            assertTrue(damaged.reason().startsWith(reason), time + ": " + damaged.reason());
            assertFalse(damaged.reason().contains("\n"), damaged.reason());
            assertEquals(1, table.rows().size());
            assertTrue(Double.isFinite(table.median("sharpness")));
            var rows = table.table();
            assertEquals(2, rows.rowCount());
            assertTrue(rows.booleanColumn("damaged").get(1));
            assertEquals(damaged.reason(), rows.stringColumn("reason").get(1));
            assertTrue(rows.doubleColumn("sharpness").isMissing(1));
            assertFalse(rows.booleanColumn("damaged").get(0));
            assertFalse(rows.doubleColumn("sharpness").isMissing(0));
        }
    }

    private FaceTable table() throws IOException {
        return FaceTable.of(FaceFolder.open(folder), SampleFrames.MODELS);
    }

    /** All of a PNG file that says its size, and no pixel. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        var chunk = new ByteArrayOutputStream();
        var numbers = new DataOutputStream(chunk);
        numbers.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        numbers.writeInt(width);
        numbers.writeInt(height);
        numbers.write(new byte[] {8, 2, 0, 0, 0});
        var check = new CRC32();
        check.update(chunk.toByteArray());
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) check.getValue());
        return file.toByteArray();
    }
}
