package doppel.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import doppel.compute.Json;
import java.io.BufferedInputStream;
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
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            long end = 0;
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                end++;
                if (next == '\n') {
                    lines.add(new Line<>(parse(line.toByteArray(), type, file, lines.size() + 1), end));
                    line.reset();
                } else if (line.size() < MOST_LINE_BYTES) {
                    line.write(next);
                } else {
                    throw new IOException("%s line %d is longer than %d bytes: this is no file of Doppel's"
                            .formatted(file, lines.size() + 1, MOST_LINE_BYTES));
                }
            }
        }
        return lines;
    }

    /** The record as one line, with its line break. */
    public static String line(Object value) throws IOException {
        return Json.mapper().writeValueAsString(value) + "\n";
    }

    private static <T> T parse(byte[] line, Class<T> type, Path file, int number) throws IOException {
        try {
            return Json.mapper()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .readValue(line);
        } catch (JsonProcessingException broken) {
            throw new IOException("%s line %d is not readable as %s: %s"
                    .formatted(file, number, type.getSimpleName(), broken.getOriginalMessage()));
        }
    }
}
