package doppel.clean;

import doppel.align.HeadPose;
import doppel.extract.FaceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which poses person A has shown, and whether they are those that person B needs.
 *
 * <p>The swap paints A's face in B's poses. What A never showed, the network makes up.
 *
 * <p>Book: chapter 3, pose and "bringing it all together".
 */
public final class PoseCoverage {

    /** Side of a cell, degrees: the middle one is 5 degrees to every side of straight ahead. */
    public static final int DEGREES = 10;

    /** Cells from -50 to 50 degrees of yaw. */
    public static final int COLUMNS = 11;

    /** Cells from -30 to 30 degrees of pitch. */
    public static final int ROWS = 7;

    /** A pose seen less often than this was not learned. */
    public static final int FEWEST = 3;

    private final FaceTable a;
    private final FaceTable b;

    private PoseCoverage(FaceTable a, FaceTable b) {
        this.a = a;
        this.b = b;
    }

    /**
     * @param a whose face will be painted
     * @param b whose poses it must have
     * @throws IllegalArgumentException if one of them has no usable face
     */
    public static PoseCoverage of(FaceTable a, FaceTable b) {
        if (a.rows().isEmpty() || b.rows().isEmpty()) {
            throw new IllegalArgumentException(
                    "two people are compared by their poses, got %d faces of A and %d of B: extract a clip that shows one"
                            .formatted(a.rows().size(), b.rows().size()));
        }
        return new PoseCoverage(a, b);
    }

    /** A's faces in each cell, {@link #ROWS} of {@link #COLUMNS}; upwards first, leftwards first. */
    public int[][] countsA() {
        return counts(a);
    }

    /** B's faces in each cell. */
    public int[][] countsB() {
        return counts(b);
    }

    /** A's faces in one cell, in the order of the clip. */
    public List<FaceRecord> facesA(int row, int column) {
        return faces(a, row, column);
    }

    /** B's faces in one cell, in the order of the clip. */
    public List<FaceRecord> facesB(int row, int column) {
        return faces(b, row, column);
    }

    /** Alias of A, then of B. */
    public List<String> people() {
        return List.of(a.folder().person(), b.folder().person());
    }

    /** The share of B's faces whose pose A has shown at least {@value #FEWEST} times, 0 to 1. */
    public double coverage() {
        return 1 - (double) missing().size() / b.rows().size();
    }

    /**
     * The share of the two distributions that lies on top of each other, 0 to 1: for each cell the smaller of A's share of
     * faces there and B's, added up. 1 if both show each pose equally often, 0 if they share none.
     */
    public double overlap() {
        var ofA = countsA();
        var ofB = countsB();
        double overlap = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                overlap += Math.min(
                        (double) ofA[row][column] / a.rows().size(),
                        (double) ofB[row][column] / b.rows().size());
            }
        }
        return overlap;
    }

    /** B's faces in poses that A has shown less than {@value #FEWEST} times, in the order of the clip. */
    public List<FaceRecord> missing() {
        var ofA = countsA();
        return b.faces().stream()
                .filter(face -> ofA[row(face.pose())][column(face.pose())] < FEWEST)
                .toList();
    }

    /** {@link #missing} by pose: what B needs and A lacks, the pose that most of B's faces need first. */
    public List<PoseNeed> needs() {
        var ofA = countsA();
        var needs = new ArrayList<PoseNeed>();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                var faces = facesB(row, column);
                if (ofA[row][column] < FEWEST && !faces.isEmpty()) {
                    needs.add(new PoseNeed(
                            (column - COLUMNS / 2) * DEGREES, (row - ROWS / 2) * DEGREES, ofA[row][column], faces));
                }
            }
        }
        needs.sort(Comparator.comparingInt(need -> -need.faces().size()));
        return List.copyOf(needs);
    }

    /** {@link #needs} as a table, one row a pose: yaw, pitch, how many faces A and B have there, and which B's are. */
    public Table needsTable() {
        var needs = needs();
        return Table.create("what %s needs and %s lacks".formatted(people().get(1), people().get(0)))
                .addColumns(
                        StringColumn.create("pose", needs.stream().map(PoseNeed::direction)),
                        IntColumn.create(
                                "yaw", needs.stream().mapToInt(PoseNeed::yaw).toArray()),
                        IntColumn.create(
                                "pitch",
                                needs.stream().mapToInt(PoseNeed::pitch).toArray()),
                        IntColumn.create(
                                "A", needs.stream().mapToInt(PoseNeed::ofA).toArray()),
                        IntColumn.create(
                                "B",
                                needs.stream()
                                        .mapToInt(need -> need.faces().size())
                                        .toArray()),
                        StringColumn.create("faces", needs.stream().map(need -> need.faces().stream()
                                .map(FaceRecord::id)
                                .collect(Collectors.joining(" ")))));
    }

    /** What lies beyond the map counts in its last cell. */
    private static int column(HeadPose pose) {
        return cell(pose.yaw(), COLUMNS);
    }

    private static int row(HeadPose pose) {
        return cell(pose.pitch(), ROWS);
    }

    private static int cell(double degrees, int cells) {
        var middle = cells / 2;
        return (int) Math.max(0, Math.min(cells - 1, Math.round(degrees / DEGREES) + middle));
    }

    private static List<FaceRecord> faces(FaceTable table, int row, int column) {
        return table.faces().stream()
                .filter(face -> row(face.pose()) == row && column(face.pose()) == column)
                .toList();
    }

    private static int[][] counts(FaceTable table) {
        var counts = new int[ROWS][COLUMNS];
        table.rows().forEach(face -> counts[row(face.pose())][column(face.pose())]++);
        return counts;
    }
}
