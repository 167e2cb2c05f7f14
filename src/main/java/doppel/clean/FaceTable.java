package doppel.clean;

import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A face folder as numbers, one row a face: what a person would have to see in hundreds of pictures, at a glance.
 *
 * <pre>{@code
 * var table = bench.table(faces);
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
    private final List<FaceRow> rows;
    private final List<DamagedFace> damaged;

    FaceTable(FaceFolder folder, List<FaceRow> rows, List<DamagedFace> damaged) {
        this.folder = folder;
        this.rows = List.copyOf(rows);
        this.damaged = List.copyOf(damaged);
    }

    /**
     * Measures every face of the folder, on all cores; what was measured before is read.
     *
     * @throws IllegalStateException if the identity model is missing; says what to do
     * @throws IOException if the measuring is interrupted; the same call goes on later
     */
    public static FaceTable of(FaceFolder folder, ModelFiles models) throws IOException {
        return of(folder, models, step -> {});
    }

    /**
     * @param progress is told after every face that was not measured before, on the calling thread
     * @throws IllegalStateException if the identity model is missing; says what to do
     * @throws IOException if the measuring is interrupted; the same call goes on later
     */
    public static FaceTable of(FaceFolder folder, ModelFiles models, Consumer<MeasureStep> progress)
            throws IOException {
        try (var cache = MeasureCache.open(folder)) {
            var all = new Measuring(folder, models, cache, progress).run();
            cache.tidy(all);
            return of(folder, all, cache);
        }
    }

    private static FaceTable of(FaceFolder folder, List<MeasuredFace> all, MeasureCache cache) {
        var damaged = new ArrayList<DamagedFace>();
        var faces = new ArrayList<FaceRecord>();
        var measured = new ArrayList<MeasuredFace>();
        for (int i = 0; i < all.size(); i++) {
            var face = folder.faces().get(i);
            if (all.get(i).measures().isEmpty()) {
                damaged.add(new DamagedFace(face, all.get(i).damage()));
            } else {
                faces.add(face);
                measured.add(all.get(i));
            }
        }
        var standings = Standings.of(folder, faces, measured, cache);
        var rows = new ArrayList<FaceRow>();
        for (int i = 0; i < faces.size(); i++) {
            rows.add(new FaceRow(faces.get(i), measured.get(i).measures().orElseThrow(), standings.get(i)));
        }
        return new FaceTable(folder, rows, damaged);
    }

    /** Faces that cannot be used, in the order of the clip; they have no row. */
    public List<DamagedFace> damaged() {
        return damaged;
    }

    /** The folder whose faces these are. */
    public FaceFolder folder() {
        return folder;
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return rows.stream().map(FaceRow::face).toList();
    }

    /** In the order of the clip. */
    public List<FaceRow> rows() {
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

    /**
     * Median of a column: what a typical face has.
     *
     * @throws IllegalStateException if there is no usable face
     */
    public double median(String measure) {
        var sorted = Arrays.stream(values(measure)).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("%s has no usable face (%d are damaged): extract a clip that shows one"
                    .formatted(folder.path(), damaged.size()));
        }
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

    /** All faces in the order of a key, see {@link SortKey}. */
    public List<FaceRecord> sortedBy(SortKey key) {
        return key.order().sorted(rows);
    }

    /**
     * Each face in one group of a key, see {@link SortKey}; groups without a face are left out.
     *
     * @param most groups, 1 or more; people are as many as there are
     */
    public List<FaceGroup> groupedBy(SortKey key, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 group or more, got " + most + "; try 5");
        }
        return key.order().grouped(rows, most);
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

    /**
     * The face that looks straight ahead with open eyes and a closed mouth, or comes nearest to it.
     *
     * @throws IllegalStateException if there is no usable face
     */
    public FaceRecord plainest() {
        var pitch = median("pitch");
        var eyes = median("eyes");
        return sorted(Comparator.comparingDouble(row -> Math.abs(row.yaw()) / TURN
                        + Math.abs(row.pitch() - pitch) / TURN
                        + Math.abs(row.eyes() - eyes) / OPENING
                        + row.mouth() / OPENING))
                .get(0);
    }

    /** These faces only, measured already; how they compare with the folder's other faces stays what it was. */
    public FaceTable only(List<FaceRecord> faces) {
        var ids = faces.stream().map(FaceRecord::id).collect(Collectors.toSet());
        return new FaceTable(
                folder,
                rows.stream().filter(row -> ids.contains(row.id())).toList(),
                damaged.stream().filter(face -> ids.contains(face.face().id())).toList());
    }

    /**
     * The table itself, one row a face, damaged faces too: id, frame, box, every {@link Measure}, and what was decided by
     * whom. A damaged face has no numbers, but a reason.
     *
     * @throws IOException if the decisions cannot be read
     */
    public Table table() throws IOException {
        return new FaceColumns(this).table();
    }

    @Override
    public String toString() {
        return "face table of %s: %d faces, %d measures"
                .formatted(folder.person(), rows.size(), Measure.values().length);
    }

    private List<FaceRecord> sorted(Comparator<FaceRow> order) {
        return rows.stream().sorted(order).map(FaceRow::face).toList();
    }
}
