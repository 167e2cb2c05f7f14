package doppel.clean;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The columns of a face table, one row a face; a damaged one has empty cells where others have measures. */
final class FaceColumns {

    /** What Tablesaw takes for an empty cell. */
    private static final double MISSING = Double.NaN;

    private final List<FaceRecord> faces;
    private final FaceFolder folder;
    private final Map<String, FaceRow> rows;
    private final Map<String, String> reasons;

    /** In the order of the clip. */
    FaceColumns(FaceTable table) {
        this.folder = table.folder();
        this.rows = table.rows().stream().collect(Collectors.toMap(FaceRow::id, Function.identity()));
        this.reasons = table.damaged().stream()
                .collect(Collectors.toMap(damaged -> damaged.face().id(), DamagedFace::reason));
        this.faces = folder.faces().stream()
                .filter(face -> rows.containsKey(face.id()) || reasons.containsKey(face.id()))
                .toList();
    }

    /**
     * @throws IOException if the decisions cannot be read
     */
    Table table() throws IOException {
        var table = Table.create(folder.person());
        table.addColumns(
                words("id", FaceRecord::id),
                whole("frame", FaceRecord::frame),
                whole("width", face -> face.origin().width()),
                whole("height", face -> face.origin().height()),
                numbers("boxX", face -> face.box().x()),
                numbers("boxY", face -> face.box().y()),
                numbers("boxWidth", face -> face.box().width()),
                numbers("boxHeight", face -> face.box().height()));
        for (var measure : Measure.values()) {
            table.addColumns(numbers(
                    measure.label(), face -> rows.containsKey(face.id()) ? measure.of(rows.get(face.id())) : MISSING));
        }
        var decisions = Decisions.open(folder);
        return table.addColumns(
                words("hash", face -> rows.containsKey(face.id()) ? hash(rows.get(face.id())) : ""),
                BooleanColumn.create("damaged", column(face -> reasons.containsKey(face.id()))),
                words("reason", face -> reasons.getOrDefault(face.id(), "")),
                words("decision", face -> decisions.of(face.id()).name().toLowerCase(Locale.ROOT)),
                words("by", face -> decisions.by(face.id())));
    }

    private static String hash(FaceRow row) {
        return HexFormat.of().toHexDigits(row.own().look().hash());
    }

    private StringColumn words(String name, Function<FaceRecord, String> value) {
        return StringColumn.create(name, column(value));
    }

    private IntColumn whole(String name, ToIntFunction<FaceRecord> value) {
        return IntColumn.create(name, faces.stream().mapToInt(value).toArray());
    }

    private DoubleColumn numbers(String name, ToDoubleFunction<FaceRecord> value) {
        return DoubleColumn.create(
                name,
                faces.stream()
                        .mapToDouble(face -> rounded(value.applyAsDouble(face)))
                        .toArray());
    }

    private <T> List<T> column(Function<FaceRecord, T> value) {
        return faces.stream().map(value).toList();
    }

    /** More digits are noise, and nobody reads them. */
    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : value;
    }
}
