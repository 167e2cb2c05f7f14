package doppel.figure;

import doppel.clean.FaceTable;
import doppel.clean.Measure;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many faces of a folder side by side, with the number that they were sorted by.
 *
 * <p>Book: chapter 4, "Preparing the training images": a sorted folder is looked through in a minute.
 */
public final class MeasuredFaces {

    private static final int SIDE = 108;

    private MeasuredFaces() {}

    /**
     * @param faces of {@code table}
     * @param measure below each face
     * @throws IOException if a picture cannot be read
     */
    public static Gallery of(FaceTable table, List<FaceRecord> faces, String measure) throws IOException {
        var column = Measure.named(measure);
        var rows = table.only(faces).rows();
        var sheet = Gallery.of().withHeight(SIDE);
        for (var face : faces) {
            var row = rows.stream().filter(one -> one.id().equals(face.id())).findFirst();
            var caption = row.map(one -> digits(column.of(one))).orElse("");
            sheet = sheet.with(caption, table.folder().picture(face));
        }
        return sheet;
    }

    /** Faces with frame number and time: a walk through the clip. */
    public static Gallery of(FaceFolder folder, int count) throws IOException {
        var sheet = Gallery.of().withHeight(SIDE);
        for (var face : spread(folder.faces(), count)) {
            sheet = sheet.with("%.1f s".formatted(face.seconds()), folder.picture(face));
        }
        return sheet;
    }

    /** So many of a list, from first to last in equal steps: of a sorted one, its quantiles. */
    public static List<FaceRecord> spread(List<FaceRecord> faces, int count) {
        var spread = new ArrayList<FaceRecord>();
        var most = Math.min(count, faces.size());
        for (int i = 0; i < most; i++) {
            spread.add(faces.get((int) Math.round(i * (faces.size() - 1.0) / Math.max(1, most - 1))));
        }
        return List.copyOf(spread);
    }

    /** Three digits that tell something. */
    private static String digits(double value) {
        var size = Math.abs(value);
        return (size >= 100 ? "%.0f" : size >= 1 ? "%.1f" : "%.3f").formatted(value);
    }
}
