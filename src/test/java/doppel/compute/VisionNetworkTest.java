package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisionNetworkTest {

    @TempDir
    Path folder;

    /** The book feeds one of its networks blue first: nothing fails, and everything is a little worse. */
    @Test
    void defect11_theNetworkSeesRedFirstRowByRow() throws IOException {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(0, 0, 0x010203);
        picture.setRGB(1, 0, 0x040506);
        picture.setRGB(0, 1, 0x070809);
        picture.setRGB(1, 1, 0x0a0b0c);
        try (var network = VisionNetwork.open(mirror())) {
            var seen = network.run(picture, 1, 0).get("y");
            assertArrayEquals(new float[] {1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12}, seen, 0);
        }
    }

    @Test
    void theMeanIsTakenOffBeforeTheScaleIsPutOn() throws IOException {
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(0, 0, 0xff0000);
        try (var network = VisionNetwork.open(mirror())) {
            var outputs = network.run(picture, 1 / 127.5, 127.5);
            assertEquals(Set.of("y"), outputs.keySet());
            assertEquals(1, outputs.get("y")[0], 1e-6);
        }
    }

    @Test
    void aFileThatIsNoNetworkIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("text.onnx"), "not a network");
        var refusal = assertThrows(IllegalArgumentException.class, () -> VisionNetwork.open(file));
        assertTrue(refusal.getMessage().contains("text.onnx is not a network"), refusal.getMessage());
    }

    /** An ONNX file whose one layer lets everything above 0 through: y = max(x, 0) on (1, 3, 2, 2). */
    private Path mirror() throws IOException {
        var layer = message().put(1, "x").put(2, "y").put(4, "Relu");
        var graph = message().put(1, layer).put(2, "graph").put(11, value("x")).put(12, value("y"));
        var opset = message().put(1, "").put(2, 13);
        var model = message().put(1, 8).put(8, opset).put(7, graph);
        return Files.write(folder.resolve("mirror.onnx"), model.bytes.toByteArray());
    }

    private static Message value(String name) {
        var shape = message();
        for (var side : new int[] {1, 3, 2, 2}) {
            shape.put(1, message().put(1, side));
        }
        var tensor = message().put(1, 1).put(2, shape);
        return message().put(1, name).put(2, message().put(1, tensor));
    }

    private static Message message() {
        return new Message(new ByteArrayOutputStream());
    }

    /** As much of Protocol Buffers as the file above needs: small numbers and short byte strings. */
    private record Message(ByteArrayOutputStream bytes) {

        Message put(int field, int value) {
            bytes.write(field << 3);
            bytes.write(value);
            return this;
        }

        Message put(int field, String text) {
            return put(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message put(int field, Message message) {
            return put(field, message.bytes.toByteArray());
        }

        private Message put(int field, byte[] content) {
            bytes.write(field << 3 | 2);
            bytes.write(content.length);
            bytes.writeBytes(content);
            return this;
        }
    }
}
