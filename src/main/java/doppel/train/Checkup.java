package doppel.train;

import doppel.compute.AtomicFile;
import doppel.model.Side;
import doppel.model.SwapModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How wrong a network draws faces that it learns from, and faces that it never does: a row of {@code checkups.csv}.
 *
 * <p>The loss of a run cannot say whether a person or a pile of pictures is learned. The difference between these two can.
 *
 * <p>Book: chapter 4, "Training a model", when to stop.
 *
 * @param step steps taken before
 * @param seconds trained before
 * @param knownA mean loss of faces of side A that the network learns from, as {@link Recall} counts it
 * @param heldOutA that of faces of side A which it never learns from
 * @param knownB as {@code knownA}, of side B
 * @param heldOutB as {@code heldOutA}, of side B
 * @param variety how much drawn faces differ from one another, 0 to about 1, as {@link Recall#variety} counts it: that of the side
 *     where it is less
 */
public record Checkup(
        int step, double seconds, double knownA, double heldOutA, double knownB, double heldOutB, double variety) {

    /** Faces of each kind: enough for a mean that is steady to a few percent, and drawn in a tenth of a second. */
    private static final int FACES = 12;

    /** Networks that learned for six steps reach 0.07, dead ones 0.000. */
    private static final double LEAST_VARIETY = 0.005;

    private static final String HEADER = "step,seconds,knownA,heldOutA,knownB,heldOutB,variety";
    private static final int COLUMNS = HEADER.split(",").length;

    /** How wrong faces are drawn that the network learns from, the mean of both sides. */
    public double known() {
        return (knownA + knownB) / 2;
    }

    /** How wrong faces are drawn that it never saw, the mean of both sides. */
    public double heldOut() {
        return (heldOutA + heldOutB) / 2;
    }

    /** Whether it does not matter which face the network is shown: it is dead, and seldom comes back to life. */
    public boolean isOneFaceForAll() {
        return variety < LEAST_VARIETY;
    }

    /** Looks at a network now; empty if a side has no faces to spare. */
    static Optional<Checkup> of(int step, double seconds, SwapModel model, TrainingSide a, TrainingSide b) {
        if (a.heldOut().isEmpty() || b.heldOut().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Checkup(
                step,
                seconds,
                Recall.of(model, Side.A, a.faces(), FACES),
                Recall.of(model, Side.A, a.heldOut().get(), FACES),
                Recall.of(model, Side.B, b.faces(), FACES),
                Recall.of(model, Side.B, b.heldOut().get(), FACES),
                Math.min(
                        Recall.variety(model, Side.A, a.heldOut().get(), FACES),
                        Recall.variety(model, Side.B, b.heldOut().get(), FACES))));
    }

    /**
     * All rows of a file, in order; none if there is no file.
     *
     * @throws IOException if it holds something else; names the line
     */
    static List<Checkup> read(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return List.of();
        }
        var lines = Files.readAllLines(csv);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException("%s does not begin with %s: delete it, it is written anew".formatted(csv, HEADER));
        }
        var rows = new ArrayList<Checkup>();
        for (var line : lines.subList(1, lines.size())) {
            try {
                rows.add(row(line));
            } catch (IllegalArgumentException broken) {
                throw new IOException("line %d of %s is \"%s\": take it out".formatted(rows.size() + 2, csv, line));
            }
        }
        return List.copyOf(rows);
    }

    /** Adds this row in place of those of this step and later ones, which a run that went back takes again. */
    void appendTo(Path csv) throws IOException {
        var text = new StringBuilder(HEADER).append('\n');
        read(csv).stream().filter(row -> row.step < step).forEach(row -> text.append(row.line()));
        AtomicFile.write(csv, text.append(line()).toString().getBytes(StandardCharsets.UTF_8));
    }

    private String line() {
        return "%d,%s,%s,%s,%s,%s,%s\n".formatted(step, seconds, knownA, heldOutA, knownB, heldOutB, variety);
    }

    private static Checkup row(String line) {
        var cells = line.split(",");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(line);
        }
        return new Checkup(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]));
    }
}
