package doppel.notebook;

/** A record, options above all: a row a component, with the components of a record inside it indented below it. */
final class RecordView {

    /** Wide, and not collapsed by a page. */
    private static final String INDENT = "\u2003";

    private RecordView() {}

    static Bundle of(Record record) {
        var name = Words.name(record.getClass());
        var heads = name.endsWith("Options") ? new String[] {"knob", "value"} : new String[] {};
        return rows(Sheet.of(name, heads), record, "").bundle();
    }

    private static Sheet rows(Sheet sheet, Record record, String indent) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = Words.component(record, component);
            var name = indent + component.getName();
            if (value instanceof Record inner && inner.getClass().getRecordComponents().length > 0) {
                sheet = rows(sheet.row(name, ""), inner, indent + INDENT);
            } else {
                sheet = sheet.row(name, Words.of(value));
            }
        }
        return sheet;
    }
}
