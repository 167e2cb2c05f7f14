package doppel.clean;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A face folder as numbers, one row a face: what a person would have to see in hundreds of pictures, at a glance.
 *
 * <pre>{@code
 * var table = FaceTable.of(faces);
 * table.worst("sharpness", 24);
 * }</pre>
 *
 * <p>Book: chapter 4, "Preparing the training images", the sort tool.
 */
public final class FaceTable {

    /** Degrees, and openings, that are told from a plain face about as easily. */
    private static final double TURN = 5;

    private static final double OPENING = 0.05;

    private static final int BINS = 20;

    private final FaceFolder folder;
    private final List<FaceMeasures> rows;

    private FaceTable(FaceFolder folder, List<FaceMeasures> rows) {
        this.folder = folder;
        this.rows = List.copyOf(rows);
    }

    /**
     * Measures every face of the folder, on all cores.
     *
     * @throws IOException if a picture or mask cannot be read
     */
    public static FaceTable of(FaceFolder folder) throws IOException {
        return of(folder, folder.faces());
    }

    /** Measures some faces of the folder. */
    public static FaceTable of(FaceFolder folder, List<FaceRecord> faces) throws IOException {
        try {
            return new FaceTable(
                    folder,
                    faces.parallelStream().map(face -> measured(folder, face)).toList());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The folder whose faces these are. */
    public FaceFolder folder() {
        return folder;
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return rows.stream().map(FaceMeasures::face).toList();
    }

    /** In the order of the clip. */
    public List<FaceMeasures> rows() {
        return rows;
    }

    /**
     * One column of numbers, in the order of the clip.
     *
     * @param measure such as {@code sharpness}
     * @throws IllegalArgumentException if there is no such measure; lists them
     */
    public double[] values(String measure) {
        var column = Measure.named(measure);
        return rows.stream().mapToDouble(column::of).toArray();
    }

    /** Median of a column: what a typical face has. */
    public double median(String measure) {
        var sorted =
                rows.stream().mapToDouble(Measure.named(measure)::of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * How much this person's distribution of a measure lies on top of another's: 1 if they are alike, 0 if they share
     * nothing.
     */
    public double overlap(FaceTable other, String measure) {
        var ours = values(measure);
        var theirs = other.values(measure);
        return Bins.of(BINS, ours, theirs).overlap(ours, theirs);
    }

    /** The smallest value first. */
    public List<FaceRecord> sortedBy(String measure) {
        return sorted(Comparator.comparingDouble(Measure.named(measure)::of));
    }

    /** The worst faces first: the least sharp, the most misaligned, the furthest turned. */
    public List<FaceRecord> worst(String measure, int count) {
        var column = Measure.named(measure);
        return sorted(Comparator.comparingDouble(row -> -column.badness(column.of(row)))).stream()
                .limit(count)
                .toList();
    }

    /** The faces that are worse than {@code limit}, the worst first: less sharp, more misaligned, turned further. */
    public List<FaceRecord> worseThan(String measure, double limit) {
        var column = Measure.named(measure);
        var worst = column.badness(limit);
        var count = rows.stream()
                .filter(row -> column.badness(column.of(row)) > worst)
                .count();
        return worst(measure, (int) count);
    }

    /** The face that looks straight ahead with open eyes and a closed mouth, or comes nearest to it. */
    public FaceRecord plainest() {
        var pitch = median("pitch");
        var eyes = median("eyes");
        return sorted(Comparator.comparingDouble(row -> Math.abs(row.pose().yaw()) / TURN
                        + Math.abs(row.pose().pitch() - pitch) / TURN
                        + Math.abs(row.shape().eyes() - eyes) / OPENING
                        + row.shape().mouth() / OPENING))
                .get(0);
    }

    /** These faces only, measured already. */
    public FaceTable only(List<FaceRecord> faces) {
        var ids = faces.stream().map(FaceRecord::id).collect(Collectors.toSet());
        return new FaceTable(
                folder, rows.stream().filter(row -> ids.contains(row.id())).toList());
    }

    /**
     * The table itself, one row a face: id, frame, every {@link Measure}, and what was decided by whom.
     *
     * @throws IOException if the decisions cannot be read
     */
    public Table table() throws IOException {
        var table = Table.create(folder.person())
                .addColumns(
                        StringColumn.create("id", rows.stream().map(FaceMeasures::id)),
                        IntColumn.create(
                                "frame",
                                rows.stream()
                                        .mapToInt(row -> row.face().frame())
                                        .toArray()));
        for (var measure : Measure.values()) {
            table.addColumns(DoubleColumn.create(
                    measure.label(),
                    rows.stream().mapToDouble(row -> rounded(measure.of(row))).toArray()));
        }
        var decisions = Decisions.open(folder);
        return table.addColumns(
                StringColumn.create(
                        "decision",
                        rows.stream().map(row -> decisions.of(row.id()).name().toLowerCase(Locale.ROOT))),
                StringColumn.create("by", rows.stream().map(row -> decisions.by(row.id()))));
    }

    @Override
    public String toString() {
        return "face table of %s: %d faces, %d measures"
                .formatted(folder.person(), rows.size(), Measure.values().length);
    }

    /** More digits are noise, and nobody reads them. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private List<FaceRecord> sorted(Comparator<FaceMeasures> order) {
        return rows.stream().sorted(order).map(FaceMeasures::face).toList();
    }

    private static FaceMeasures measured(FaceFolder folder, FaceRecord face) {
        try {
            return FaceMeasures.of(folder, face);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
