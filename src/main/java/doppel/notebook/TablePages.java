package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.clean.FaceTable;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table, ten rows at a time: the page asks for other rows, or, by a click on a head, for another order.
 *
 * <p>Its static form is the first ten rows. A table of faces has the face in each row.
 */
final class TablePages implements Displayable {

    private static final int ROWS = 10;
    private static final int FACE = 48;

    private final Table table;
    private final Optional<IntFunction<BufferedImage>> faces;
    private final List<Digits> digits;
    private final WidgetSlot slot = new WidgetSlot(this::open);

    private TablePages(Table table, Optional<IntFunction<BufferedImage>> faces) {
        this.table = table;
        this.faces = faces;
        this.digits = table.columns().stream().map(TablePages::digits).toList();
    }

    static TablePages of(Table table) {
        return new TablePages(table, Optional.empty());
    }

    static TablePages of(FaceTable faces) {
        try {
            var table = faces.table();
            var ids = table.stringColumn("id");
            var records = faces.faces().stream().collect(Collectors.toMap(FaceRecord::id, Function.identity()));
            return new TablePages(
                    table, Optional.of(row -> picture(faces.folder(), Optional.ofNullable(records.get(ids.get(row))))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A damaged face has none to show. */
    private static BufferedImage picture(FaceFolder folder, Optional<FaceRecord> face) {
        if (face.isEmpty()) {
            return new BufferedImage(FACE, FACE, BufferedImage.TYPE_4BYTE_ABGR);
        }
        try {
            return Warp.resize(Mats.bgr(folder.picture(face.get())), FACE, FACE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Bundle display() {
        var still = sheet().bundle();
        return table.rowCount() > ROWS ? still.withWidget(slot.get()) : still;
    }

    /** What the page asks for. */
    private record Request(int page, int column, boolean down) {

        static Request of(JsonNode node) {
            return new Request(
                    node.path("page").asInt(),
                    node.path("column").asInt(-1),
                    node.path("down").asBoolean());
        }
    }

    private Sheet sheet() {
        var rows = rows(new Request(0, -1, false));
        var heads = new ArrayList<>(table.columnNames());
        faces.ifPresent(any -> heads.add(0, ""));
        var sheet = Sheet.of(title(), heads);
        for (int row : rows) {
            var cells = new ArrayList<Object>(cells(row));
            faces.ifPresent(face -> cells.add(0, face.apply(row)));
            sheet = sheet.row(cells);
        }
        var more = table.rowCount() - rows.size();
        return sheet.withNote(more > 0 ? "… %,d more rows".formatted(more) : "");
    }

    private String title() {
        return "%s: %,d row%s".formatted(table.name(), table.rowCount(), table.rowCount() == 1 ? "" : "s");
    }

    private AnyWidget open() {
        var first = new Request(0, -1, false);
        var heads = IntStream.range(0, table.columnCount())
                .mapToObj(column -> Map.of("name", table.columnNames().get(column), "number", isNumeric(column)))
                .toList();
        var state = new LinkedHashMap<>(state(first));
        state.put("title", title());
        state.put("heads", heads);
        state.put("count", table.rowCount());
        state.put("ask", first);
        var widget = AnyWidget.open("TablePages", state);
        return widget.onChange("ask", ask -> widget.set(state(Request.of(ask))));
    }

    private Map<String, Object> state(Request request) {
        var rows = rows(request);
        return Map.of(
                "rows",
                rows.stream().map(this::cells).toList(),
                "faces",
                faces.map(face -> rows.stream()
                                .map(row -> WebPicture.small(face.apply(row)).address())
                                .toList())
                        .orElse(List.of()),
                "first",
                firstRow(request));
    }

    /** The numbers of the rows on a page, in the order that was asked for. */
    private List<Integer> rows(Request request) {
        var order = IntStream.range(0, table.rowCount()).boxed();
        if (request.column >= 0 && request.column < table.columnCount()) {
            var upwards = table.column(request.column).rowComparator();
            order = order.sorted((one, other) ->
                    request.down ? upwards.compare((int) other, (int) one) : upwards.compare((int) one, (int) other));
        }
        return order.skip(firstRow(request)).limit(ROWS).toList();
    }

    private int firstRow(Request request) {
        var pages = Math.max(1, (table.rowCount() + ROWS - 1) / ROWS);
        return ROWS * Math.max(0, Math.min(request.page, pages - 1));
    }

    private List<String> cells(int row) {
        return IntStream.range(0, table.columnCount())
                .mapToObj(column -> cell(column, row))
                .toList();
    }

    private String cell(int column, int row) {
        var cells = table.column(column);
        if (cells.isMissing(row)) {
            return "";
        }
        return cells instanceof NumericColumn<?> numbers
                ? digits.get(column).in(numbers.getDouble(row))
                : cells.getString(row);
    }

    private boolean isNumeric(int column) {
        return table.column(column) instanceof NumericColumn<?>;
    }

    private static Digits digits(Column<?> column) {
        return column instanceof NumericColumn<?> numbers
                ? Digits.of(IntStream.range(0, numbers.size())
                        .filter(row -> !numbers.isMissing(row))
                        .mapToObj(numbers::getDouble)
                        .toList())
                : new Digits(0);
    }
}
