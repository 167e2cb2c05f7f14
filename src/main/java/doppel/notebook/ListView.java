package doppel.notebook;

import doppel.extract.FaceRecord;
import doppel.figure.Gallery;
import doppel.provenance.Consent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Many values of one kind: pictures as a gallery, records as a table, others as a line of words. The first of them, if
 * they are very many.
 */
final class ListView {

    private static final int MOST_PICTURES = 36;
    private static final int FEW = 7;
    private static final int LARGE = 180;
    private static final int SMALL = 96;
    private static final int MOST_ROWS = 10;
    private static final int MOST_WORDS = 30;

    /** A component that takes more letters is better looked at by itself. */
    private static final int LONGEST = 44;

    private ListView() {}

    static Bundle of(List<?> values) {
        if (values.isEmpty()) {
            return Bundle.text("an empty list");
        }
        if (values.stream().allMatch(value -> Thumbnail.of(value).isPresent())) {
            return gallery(values);
        }
        if (values.stream().allMatch(Consent.class::isInstance)) {
            return ConsentView.of(values.stream().map(Consent.class::cast).toList());
        }
        if (values.stream().allMatch(FaceRecord.class::isInstance)) {
            return FaceRecordView.of(values.stream().map(FaceRecord.class::cast).toList());
        }
        var first = values.get(0);
        if (first instanceof Record && values.stream().allMatch(value -> value.getClass() == first.getClass())) {
            return table(values.stream().map(Record.class::cast).toList());
        }
        var words = values.stream().limit(MOST_WORDS).map(Words::of).collect(Collectors.joining(", "));
        return Bundle.text(words + more(values.size(), MOST_WORDS, ", "));
    }

    static Bundle of(Map<?, ?> map) {
        if (map.isEmpty()) {
            return Bundle.text("an empty map");
        }
        var sheet = Sheet.of("");
        for (var entry : map.entrySet()) {
            sheet = sheet.row(Words.of(entry.getKey()), entry.getValue());
        }
        return sheet.bundle();
    }

    private static Bundle gallery(List<?> values) {
        var cells = values.stream()
                .limit(MOST_PICTURES)
                .map(value -> Thumbnail.of(value).orElseThrow())
                .toList();
        var count = values.size();
        var text = count > cells.size()
                ? "%d of %d pictures".formatted(cells.size(), count)
                : count + (count == 1 ? " picture" : " pictures");
        return Bundle.text(text)
                .withPicture(new Gallery(cells, 0, count > FEW ? SMALL : LARGE, Optional.empty()).draw());
    }

    private static Bundle table(List<Record> records) {
        var type = records.get(0).getClass();
        var shown = records.stream().limit(MOST_ROWS).toList();
        var components = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.partitioningBy(component -> shown.stream()
                        .map(record -> Words.component(record, component))
                        .allMatch(value ->
                                value instanceof String || Words.of(value).length() <= LONGEST)));
        var heads = components.get(true).stream()
                .map(component -> component.getName())
                .toList();
        var title = "%,d x %s".formatted(records.size(), Words.name(type));
        var sheet = Sheet.of(title, heads);
        for (var record : shown) {
            sheet = sheet.row(components.get(true).stream()
                    .map(component -> Words.component(record, component))
                    .toList());
        }
        var hidden = components.get(false).stream()
                .map(component -> component.getName())
                .collect(Collectors.joining(", "));
        var note = more(records.size(), MOST_ROWS, "") + (hidden.isEmpty() ? "" : "; look at one for its " + hidden);
        return sheet.withNote(note.replaceFirst("^; ", "")).bundle();
    }

    private static String more(int count, int shown, String before) {
        return count > shown ? "%s… %,d more".formatted(before, count - shown) : "";
    }
}
