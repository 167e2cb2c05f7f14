package doppel.train;

import doppel.compute.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The losses of every step as a table, one row appended a step.
 *
 * <p>Book: chapter 6 prints both losses and forgets them; a curve shows in seconds what no single number says.
 */
final class History implements AutoCloseable {

    private static final String HEADER = "step,seconds,lossA,lossB,learningRate,facesPerSecond\n";

    private final Writer writer;

    private History(Writer writer) {
        this.writer = writer;
    }

    /** Goes on after {@code lastStep}: rows of later steps, and a row that was torn off by a kill, are dropped. */
    static History open(Path csv, int lastStep) throws IOException {
        var text = new StringBuilder(HEADER);
        if (Files.exists(csv)) {
            read(csv).stream().filter(row -> row.step() <= lastStep).forEach(row -> text.append(line(row)));
        }
        AtomicFile.write(csv, text.toString().getBytes(StandardCharsets.UTF_8));
        return new History(Files.newBufferedWriter(csv, StandardOpenOption.APPEND));
    }

    /**
     * All whole rows.
     *
     * @throws IOException if the file is no history; names the line
     */
    static List<TrainStep> read(Path csv) throws IOException {
        var text = Files.readString(csv);
        if (!text.startsWith(HEADER)) {
            throw new IOException(
                    "%s does not begin with %s: it is not the history of a run".formatted(csv, HEADER.strip()));
        }
        // without its line break, the last row may end in the middle of a number
        var lines = text.substring(HEADER.length(), text.lastIndexOf('\n') + 1)
                .lines()
                .toList();
        var rows = new ArrayList<TrainStep>();
        for (var line : lines) {
            try {
                rows.add(row(line.split(",")));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
                throw new IOException("line %d of %s is \"%s\": take it out".formatted(rows.size() + 2, csv, line));
            }
        }
        return rows;
    }

    void append(TrainStep row) throws IOException {
        writer.write(line(row));
    }

    /** Puts on the disk what was appended. */
    void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static String line(TrainStep row) {
        return row.step() + "," + row.seconds() + "," + row.lossA() + "," + row.lossB() + "," + row.learningRate() + ","
                + row.facesPerSecond() + "\n";
    }

    private static TrainStep row(String[] cells) {
        return new TrainStep(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Float.parseFloat(cells[2]),
                Float.parseFloat(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }
}
