package doppel.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import doppel.compute.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of records, one line of JSON each, that grows at its end.
 *
 * <p>Only a line that ends counts: what a kill left behind the last line break was never finished.
 */
public final class JsonLines {

    private static final int MOST_LINE_BYTES = 1_000_000;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * @param value the record
     * @param end bytes of the file up to and with this line
     */
    public record Line<T>(T value, long end) {}

    private JsonLines() {}

    /**
     * @return all whole lines; none if there is no file
     * @throws IOException if a whole line is no {@code T}; the message names the file and the line
     */
    public static <T> List<Line<T>> read(Path file, Class<T> type) throws IOException {
        var lines = new ArrayList<Line<T>>();
        if (!Files.exists(file)) {
            return lines;
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file of records: move it away");
        }
        var reader = reader(type);
        try (var stream = Files.newInputStream(file)) {
            var line = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER_BYTES];
            long before = 0;
            for (int count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                var from = 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        add(line, buffer, from, i, file, lines.size() + 1);
                        lines.add(
                                new Line<>(parse(line.toByteArray(), reader, file, lines.size() + 1), before + i + 1));
                        line.reset();
                        from = i + 1;
                    }
                }
                add(line, buffer, from, count, file, lines.size() + 1);
                before += count;
            }
        }
        return lines;
    }

    /**
     * The record as one line, with its line break.
     *
     * @throws IOException if it would be too long to be read again
     */
    public static String line(Object value) throws IOException {
        var line = Json.mapper().writeValueAsString(value) + "\n";
        if (line.length() > MOST_LINE_BYTES) {
            throw new IOException("a line of %d characters would be too long to be read again: do it in parts"
                    .formatted(line.length()));
        }
        return line;
    }

    private static void add(ByteArrayOutputStream line, byte[] buffer, int from, int to, Path file, int number)
            throws IOException {
        line.write(buffer, from, to - from);
        if (line.size() > MOST_LINE_BYTES) {
            throw new IOException("%s line %d is longer than %d bytes: this is no file of Doppel's"
                    .formatted(file, number, MOST_LINE_BYTES));
        }
    }

    private static ObjectReader reader(Class<?> type) {
        return Json.mapper()
                .readerFor(type)
                .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    private static <T> T parse(byte[] line, ObjectReader reader, Path file, int number) throws IOException {
        try {
            T value = reader.readValue(line);
            if (value == null) {
                throw new IOException("%s line %d holds nothing but null: this is no record".formatted(file, number));
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw new IOException("%s line %d is not readable as %s: %s"
                    .formatted(
                            file,
                            number,
                            reader.getValueType().getRawClass().getSimpleName(),
                            broken.getOriginalMessage()));
        }
    }
}
