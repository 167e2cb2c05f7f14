package doppel.clean;

import doppel.actor.Moment;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of made-up numbers about a real folder, whose pictures are all alike. */
final class MadeTable {

    private final FaceFolder folder;
    private final Map<Measure, double[]> columns = new HashMap<>();
    private final List<DamagedFace> damaged = new ArrayList<>();

    MadeTable(FaceFolder folder) {
        this.folder = folder;
    }

    /** So many faces of one frame that is there again and again. */
    static FaceFolder folder(Path path, int faces) throws IOException {
        var rendered = new RenderedFolder(path, "a");
        var shot = rendered.add(Moment.frontal());
        for (int face = 1; face < faces; face++) {
            rendered.add(shot, shot.picture());
        }
        return rendered.open();
    }

    /** One value for each face; where a column is shorter, the rest is 0. */
    MadeTable with(Measure measure, double... values) {
        columns.put(measure, values);
        return this;
    }

    /** A face without a row. */
    MadeTable withDamaged(int frame) {
        damaged.add(new DamagedFace(folder.faces().get(frame), "aligned/x.png ends early"));
        return this;
    }

    FaceTable table() {
        var rows = new ArrayList<FaceRow>();
        for (int frame = 0; frame < folder.faces().size(); frame++) {
            var face = folder.faces().get(frame);
            if (damaged.stream().noneMatch(one -> one.face().equals(face))) {
                rows.add(row(face, frame));
            }
        }
        return new FaceTable(folder, rows, damaged);
    }

    /** The numbers are made up, pictures and identifier are those of the folder. */
    private FaceRow row(FaceRecord face, int frame) {
        var numbers = new HashMap<Measure, Double>();
        columns.forEach((measure, values) -> numbers.put(measure, frame < values.length ? values[frame] : 0));
        var plain = MadeRow.of(frame);
        var made = new MadeRow(frame, numbers, plain.landmarks(), plain.histogram(), plain.identity()).row();
        var turned = new FaceRecord(
                face.version(),
                face.id(),
                face.origin(),
                face.detected(),
                face.landmarks(),
                face.toFaceUnits(),
                made.pose(),
                face.aligned(),
                face.mask());
        return new FaceRow(turned, made.own(), made.standing());
    }
}
