package doppel.notebook;

import doppel.clean.FaceTable;
import doppel.clean.PoseCoverage;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.figure.Gallery;
import doppel.figure.MeasuredFaces;
import doppel.figure.PoseMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pose map, to be asked: a click on a cell shows the faces of A and of B that look that way; arrows move.
 *
 * <pre>{@code PoseExplorer.of(bench.table(facesA), bench.table(facesB))}</pre>
 *
 * <p>A number in a cell says how many faces there are. Whether they are any good, and what a missing pose looks like,
 * only the faces say.
 *
 * <p>Book: chapter 3, "Understanding the value of variety", pose.
 */
public final class PoseExplorer implements Displayable {

    /** Of each person, from the first to the last. */
    private static final int FACES = 12;

    private static final int FACES_A_ROW = 6;
    private static final int SIDE = 68;

    private final FaceTable a;
    private final FaceTable b;
    private final PoseCoverage coverage;
    private final WidgetSlot slot = new WidgetSlot(this::open);
    private final AtomicInteger count = new AtomicInteger();

    private PoseExplorer(FaceTable a, FaceTable b) {
        this.a = a;
        this.b = b;
        this.coverage = PoseCoverage.of(a, b);
    }

    /**
     * @param a whose face will be painted
     * @param b whose poses it must have
     */
    public static PoseExplorer of(FaceTable a, FaceTable b) {
        return new PoseExplorer(a, b);
    }

    /** Its static form is the map. */
    @Override
    public Bundle display() {
        return Bundle.text(words()).withPicture(PoseMap.of(coverage)).withWidget(slot.get());
    }

    private AnyWidget open() {
        var first = mostNeeded();
        var state = new LinkedHashMap<String, Object>(faces(first));
        state.put("cell", first);
        state.put("people", coverage.people());
        state.put("counts", List.of(flat(coverage.countsA()), flat(coverage.countsB())));
        state.put("columns", PoseCoverage.COLUMNS);
        state.put("degrees", PoseCoverage.DEGREES);
        state.put("fewest", PoseCoverage.FEWEST);
        state.put("words", words());
        var widget = AnyWidget.open("PoseExplorer", state);
        var pictures = new Newest<Integer>(cell -> widget.set(faces(cell)), widget::fault);
        return widget.onChange("cell", cell -> pictures.order(cell.asInt()));
    }

    /** The cell that most of B's faces without a model in A are in; straight ahead if there is none. */
    private int mostNeeded() {
        var ofA = flat(coverage.countsA());
        var ofB = flat(coverage.countsB());
        var needed = ofA.size() / 2;
        var most = 0;
        for (int cell = 0; cell < ofA.size(); cell++) {
            if (ofA.get(cell) < PoseCoverage.FEWEST && ofB.get(cell) > most) {
                needed = cell;
                most = ofB.get(cell);
            }
        }
        return needed;
    }

    /** The count tells the page that the pictures are new. */
    private Map<String, Object> faces(int cell) {
        var row = Math.floorMod(cell, PoseCoverage.ROWS * PoseCoverage.COLUMNS) / PoseCoverage.COLUMNS;
        var column = Math.floorMod(cell, PoseCoverage.COLUMNS);
        return Map.of(
                "at", cell,
                "facesA", picture(a.folder(), coverage.facesA(row, column)),
                "facesB", picture(b.folder(), coverage.facesB(row, column)),
                "shown", count.incrementAndGet(),
                "fault", "");
    }

    /** No bytes if there is no face. */
    private static byte[] picture(FaceFolder folder, List<FaceRecord> faces) {
        if (faces.isEmpty()) {
            return new byte[0];
        }
        var gallery = Gallery.of().withHeight(SIDE).withColumns(FACES_A_ROW);
        try {
            for (var face : MeasuredFaces.spread(faces, FACES)) {
                gallery = gallery.with("%.1f s".formatted(face.seconds()), folder.picture(face));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
        return WebPicture.jpeg(gallery.draw());
    }

    private String words() {
        return "A has shown %.0f %% of B's poses at least %d times"
                .formatted(100 * coverage.coverage(), PoseCoverage.FEWEST);
    }

    private static List<Integer> flat(int[][] counts) {
        var flat = new ArrayList<Integer>();
        Arrays.stream(counts).flatMapToInt(Arrays::stream).forEach(flat::add);
        return List.copyOf(flat);
    }
}
