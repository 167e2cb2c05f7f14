package doppel.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import doppel.compute.Json;
import doppel.extract.FaceRecord;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/**
 * A face record as the face folder keeps it, as JSON that people can read: long lists of numbers are cut short.
 *
 * <p>Book: chapter 5, {@code face_alignments.json}.
 */
public final class RecordText {

    private static final int LONGEST_LINE = 100;

    private RecordText() {}

    public static String of(FaceRecord face) {
        try {
            return Json.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(face)
                    .lines()
                    .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …")
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
