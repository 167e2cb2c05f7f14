package doppel.evaluate;

import doppel.compute.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measurements on disk: a CSV file with a row a trial, to be read by any program for tables.
 *
 * <p>Trials take minutes each, so a long list of them is gone through in several sittings.
 *
 * @param path which need not exist yet
 */
public record QualityFile(Path path) {

    /**
     * All rows, in the order in which they were measured.
     *
     * @throws IOException if the file holds something else; names the line
     */
    public List<QualityRow> rows() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        var lines = Files.readAllLines(path);
        if (lines.isEmpty() || !lines.get(0).equals(QualityRow.HEADER)) {
            throw new IOException(
                    "%s does not begin with \"%s\": name another file".formatted(path, QualityRow.HEADER));
        }
        var rows = new ArrayList<QualityRow>();
        for (var line : lines.subList(1, lines.size())) {
            try {
                rows.add(QualityRow.of(line));
            } catch (IllegalArgumentException broken) {
                throw new IOException("line %d of %s is not readable (%s): take it out"
                        .formatted(rows.size() + 2, path, broken.getMessage()));
            }
        }
        return rows;
    }

    /** Adds a row; it is there whole or not at all. */
    public void append(QualityRow row) throws IOException {
        var text = new StringBuilder(QualityRow.HEADER).append('\n');
        rows().forEach(earlier -> text.append(earlier.line()).append('\n'));
        text.append(row.line()).append('\n');
        AtomicFile.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
