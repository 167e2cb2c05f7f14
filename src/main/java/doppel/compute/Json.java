package doppel.compute;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records to JSON and back, with limits: a file from a stranger can be wrong, but not large, deep or clever.
 *
 * <p>The book keeps its models as pickles, which run code when they are opened. JSON cannot.
 */
public final class Json {

    /** Text that people can read is small; a larger file is a mistake or an attack. */
    private static final long MOST_BYTES = 64_000_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(1_000_000)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    /** The one mapper: records by their components, dates as text, no type names in the file. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * @throws IOException if the file is missing, too large, no JSON, or does not fit {@code type}; the message names
     *     the file and the place
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(
                    "%s has %d bytes, more than %d: not opened".formatted(file, Files.size(file), MOST_BYTES));
        }
        try {
            var value = MAPPER.readValue(Files.readString(file), type);
            if (value == null) {
                throw new IOException(file + " holds nothing but null");
            }
            return value;
        } catch (JsonProcessingException | java.nio.charset.CharacterCodingException broken) {
            throw new IOException(
                    "%s is not readable as %s: %s".formatted(file, type.getSimpleName(), firstLine(broken)));
        }
    }

    /** Writes indented JSON: the file appears whole, or what was there before stays. */
    public static void write(Path file, Object value) throws IOException {
        var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("no message");
    }
}
