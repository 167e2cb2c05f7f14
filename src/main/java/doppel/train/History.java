package doppel.train;

import doppel.compute.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The losses of every step as a table, one row appended a step; the last columns are the losses that were added up.
 *
 * <p>Book: chapter 6 prints both losses and forgets them; a curve shows in seconds what no single number says.
 */
final class History implements AutoCloseable {

    private static final List<String> FIXED =
            List.of("step", "seconds", "lossA", "lossB", "learningRate", "facesPerSecond", "gradientNorm");

    private final Writer writer;
    private Optional<List<LossKind>> kinds;

    private History(Writer writer, Optional<List<LossKind>> kinds) {
        this.writer = writer;
        this.kinds = kinds;
    }

    /** Goes on after {@code lastStep}: rows of later steps, and a row that was torn off by a kill, are dropped. */
    static History open(Path csv, int lastStep) throws IOException {
        var known = Files.exists(csv)
                ? read(csv).stream().filter(row -> row.step() <= lastStep).toList()
                : List.<TrainStep>of();
        var kinds = known.stream().findFirst().map(History::kinds);
        var text = new StringBuilder(kinds.map(History::header).orElse(""));
        known.forEach(row -> text.append(line(row, kinds.orElseThrow())));
        AtomicFile.write(csv, text.toString().getBytes(StandardCharsets.UTF_8));
        return new History(Files.newBufferedWriter(csv, StandardOpenOption.APPEND), kinds);
    }

    /**
     * All whole rows.
     *
     * @throws IOException if the file is no history; names the line
     */
    static List<TrainStep> read(Path csv) throws IOException {
        var text = Files.readString(csv);
        // without its line break, the last row may end in the middle of a number
        var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        var kinds = kinds(lines.get(0), csv);
        var rows = new ArrayList<TrainStep>();
        for (var line : lines.subList(1, lines.size())) {
            try {
                rows.add(row(line.split(","), kinds));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
                throw new IOException("line %d of %s is \"%s\": take it out".formatted(rows.size() + 2, csv, line));
            }
        }
        return rows;
    }

    void append(TrainStep row) throws IOException {
        if (kinds.isEmpty()) {
            kinds = Optional.of(kinds(row));
            writer.write(header(kinds.get()));
        }
        writer.write(line(row, kinds.get()));
    }

    /** Puts on the disk what was appended. */
    void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static List<LossKind> kinds(TrainStep row) {
        return List.copyOf(row.terms().keySet());
    }

    private static List<LossKind> kinds(String header, Path csv) throws IOException {
        var columns = List.of(header.split(","));
        var start = String.join(",", FIXED);
        if (!header.startsWith(start)) {
            throw new IOException("%s does not begin with %s: it is not the history of a run".formatted(csv, start));
        }
        try {
            return columns.stream()
                    .skip(FIXED.size())
                    .map(column -> LossKind.valueOf(column.toUpperCase(Locale.ROOT)))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new IOException("%s has columns that are no losses, %s: it is not the history of a run"
                    .formatted(csv, columns.subList(FIXED.size(), columns.size())));
        }
    }

    private static String header(List<LossKind> kinds) {
        var names = kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT));
        return cells(Stream.concat(FIXED.stream(), names));
    }

    private static String line(TrainStep row, List<LossKind> kinds) {
        var fixed = Stream.of(
                row.step(),
                row.seconds(),
                row.lossA(),
                row.lossB(),
                row.learningRate(),
                row.facesPerSecond(),
                row.gradientNorm());
        return cells(Stream.concat(fixed, kinds.stream().map(kind -> row.terms().getOrDefault(kind, Float.NaN))));
    }

    private static String cells(Stream<?> cells) {
        return String.join(",", cells.map(String::valueOf).toList()) + "\n";
    }

    private static TrainStep row(String[] cells, List<LossKind> kinds) {
        var terms = new LinkedHashMap<LossKind, Float>();
        for (int i = 0; i < kinds.size(); i++) {
            terms.put(kinds.get(i), Float.parseFloat(cells[FIXED.size() + i]));
        }
        return new TrainStep(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Float.parseFloat(cells[2]),
                Float.parseFloat(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Float.parseFloat(cells[6]),
                terms);
    }
}
