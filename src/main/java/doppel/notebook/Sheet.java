package doppel.notebook;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows and columns, as text whose columns stand in line and as a table of a page.
 *
 * <p>A cell is a number, a picture, or anything else, which is shown as its {@link Words}. The numbers of a column have
 * the same number of decimals.
 *
 * @param title above the table, possibly empty
 * @param heads of the columns; empty for a list of names and values
 * @param rows as long as there are columns
 * @param note below the table, possibly empty
 */
record Sheet(String title, List<String> heads, List<List<Object>> rows, String note) {

    /** In the text; a page breaks lines. */
    private static final int LONGEST_WORDS = 70;

    private static final int ONE_LINE = 40;
    private static final int PICTURE_HEIGHT = 48;
    private static final Pattern NUMBER = Pattern.compile("([-+−]?[0-9][0-9.,]*( ± [0-9.,]+)?( %)?)?");
    private static final String LEFT = "text-align:left";

    /** No rows yet. */
    static Sheet of(String title, String... heads) {
        return new Sheet(title, List.of(heads), List.of(), "");
    }

    /** No rows yet. */
    static Sheet of(String title, List<String> heads) {
        return new Sheet(title, List.copyOf(heads), List.of(), "");
    }

    /** One more row. */
    Sheet row(Object... cells) {
        return row(Arrays.asList(cells));
    }

    /** One more row. */
    Sheet row(List<?> cells) {
        var more = new ArrayList<>(rows);
        more.add(Collections.unmodifiableList(new ArrayList<>(cells)));
        return new Sheet(title, heads, Collections.unmodifiableList(more), note);
    }

    Sheet withNote(String value) {
        return new Sheet(title, heads, rows, value);
    }

    /** Text and table. */
    Bundle bundle() {
        return Bundle.text(text()).withHtml(html().html());
    }

    String text() {
        var words = words();
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add(title);
        }
        if (!heads.isEmpty()) {
            words.add(0, heads);
        }
        words.replaceAll(row -> row.stream().map(Sheet::brief).toList());
        for (var row : words) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                if (isPictures(column)) {
                    continue;
                }
                var at = column;
                var width = words.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElseThrow();
                var pad = " ".repeat(width - row.get(column).length());
                line.append(line.isEmpty() ? "" : "  ")
                        .append(isNumeric(column) ? pad + row.get(column) : row.get(column) + pad);
            }
            lines.add(line.toString().stripTrailing());
        }
        if (!note.isEmpty()) {
            lines.add(note);
        }
        return String.join("\n", lines);
    }

    Markup html() {
        var words = words();
        var body = IntStream.range(0, rows.size())
                .mapToObj(row -> Markup.of(
                        "tr",
                        IntStream.range(0, rows.get(row).size())
                                .mapToObj(column -> cell(
                                        rows.get(row).get(column),
                                        words.get(row).get(column),
                                        isNumeric(column)))
                                .toArray()))
                .toArray();
        var head = Markup.of(
                "tr",
                IntStream.range(0, heads.size())
                        .mapToObj(column -> align(Markup.of("th", heads.get(column)), true, isNumeric(column)))
                        .toArray());
        var table = heads.isEmpty()
                ? Markup.of("table", Markup.of("tbody", body))
                : Markup.of("table", Markup.of("thead", head), Markup.of("tbody", body));
        return Markup.of(
                        "div",
                        title.isEmpty() ? Markup.all() : Markup.of("div", Markup.of("b", title)),
                        table,
                        note.isEmpty() ? Markup.all() : Markup.of("div", note).with("style", Markup.QUIET))
                .with("style", "overflow-x:auto");
    }

    /** Whether a column is written from the right. */
    boolean isNumeric(int column) {
        var cells = rows.stream().map(row -> row.get(column)).toList();
        return cells.stream()
                        .allMatch(cell -> cell instanceof Number
                                || NUMBER.matcher(cell.toString()).matches())
                && cells.stream().anyMatch(cell -> !"".equals(cell));
    }

    private boolean isPictures(int column) {
        return !rows.isEmpty() && rows.get(0).get(column) instanceof BufferedImage;
    }

    /** All cells as text, numbers by column. */
    List<List<String>> words() {
        var columns = rows.isEmpty() ? 0 : rows.get(0).size();
        var digits = IntStream.range(0, columns)
                .mapToObj(column -> Digits.of(rows.stream()
                        .map(row -> row.get(column))
                        .filter(Number.class::isInstance)
                        .map(Number.class::cast)
                        .toList()))
                .toList();
        var all = new ArrayList<List<String>>();
        for (var row : rows) {
            all.add(IntStream.range(0, columns)
                    .mapToObj(column -> words(row.get(column), digits.get(column)))
                    .toList());
        }
        return all;
    }

    private static String words(Object cell, Digits digits) {
        if (cell instanceof Number number) {
            return digits.in(number);
        }
        return Words.of(cell);
    }

    private static String brief(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS - 1) + "…" : line;
    }

    private static Markup cell(Object cell, String words, boolean numeric) {
        if (cell instanceof BufferedImage picture) {
            var height = Math.min(PICTURE_HEIGHT, picture.getHeight());
            return Markup.of("td", Markup.thumbnail(picture, words, height));
        }
        return align(Markup.of("td", words), numeric || words.length() <= ONE_LINE, numeric);
    }

    /** By attribute too: a code host drops styles. */
    private static Markup align(Markup cell, boolean oneLine, boolean numeric) {
        var style = oneLine ? "white-space:nowrap" : "";
        return numeric
                ? cell.with("align", "right").with("style", style)
                : cell.with("style", LEFT + (oneLine ? ";" + style : ""));
    }
}
