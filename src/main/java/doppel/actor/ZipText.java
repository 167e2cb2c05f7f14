package doppel.actor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The files of a zip that ships with the classes. */
final class ZipText {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private ZipText() {}

    static ZipText read(Class<?> owner, String name) throws IOException {
        var zip = new ZipText();
        var stream = owner.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is missing beside " + owner.getSimpleName());
        }
        try (var in = new ZipInputStream(stream)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.files.put(entry.getName(), in.readAllBytes());
            }
        }
        return zip;
    }

    String text(String file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /**
     * Adds the shapes of a file: big endian, repeated: length of the name (16 bits), name, number of vertices (32), each
     * vertex as difference to the last (16), then all x, all y, all z (16 each, in thousandths of a dm).
     */
    void targets(String file, Map<String, Target> into) throws IOException {
        var in = ByteBuffer.wrap(bytes(file));
        while (in.hasRemaining()) {
            var letters = new byte[in.getShort() & 0xffff];
            in.get(letters);
            var vertices = new int[in.getInt()];
            var last = 0;
            for (int i = 0; i < vertices.length; i++) {
                last += in.getShort() & 0xffff;
                vertices[i] = last;
            }
            var offsets = new float[3 * vertices.length];
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < vertices.length; i++) {
                    offsets[3 * i + axis] = in.getShort() / 1000f;
                }
            }
            into.put(new String(letters, StandardCharsets.UTF_8), new Target(vertices, offsets));
        }
    }

    private byte[] bytes(String file) throws IOException {
        var bytes = files.get(file);
        if (bytes == null) {
            throw new FileNotFoundException(file + " is missing in the head's data");
        }
        return bytes;
    }
}
