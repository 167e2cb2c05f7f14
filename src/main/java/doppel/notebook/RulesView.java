package doppel.notebook;

import doppel.clean.RuleBook;
import doppel.clean.RuleReport;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.figure.Gallery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules as a table: what they ask, and beside it the faces that fail. */
final class RulesView {

    /** The furthest beyond a limit; all of them are in {@link FaceGallery#of(RuleReport, String)}. */
    private static final int FACES = 6;

    private static final int SIDE = 48;

    private RulesView() {}

    static Bundle of(RuleBook book) {
        var sheet = Sheet.of("%s of %s".formatted(book.title(), book.date()), "rule", "test", "because", "since");
        for (var rule : book.rules()) {
            sheet = sheet.row(rule.name(), rule.test().words(), rule.reason(), rule.date());
        }
        return sheet.bundle();
    }

    /** What each rule fails; damaged faces, which have no picture, by name and reason. */
    static Bundle of(RuleReport report) {
        var all = report.faces().rows().size() + report.damaged().size();
        var title = "%s on %s: %d of %d faces pass"
                .formatted(
                        report.book().title(),
                        report.faces().folder().person(),
                        report.passing().size(),
                        all);
        var sheet = Sheet.of(title, "rule", "test", "failed", "by it alone", "the furthest");
        for (var count : report.counts()) {
            var isWhole = count.rule().equals(RuleBook.WHOLE);
            var test = isWhole
                    ? "picture, mask and record"
                    : report.book().rule(count.rule()).test().words();
            var faces = isWhole ? "" : faces(report.faces().folder(), report.failing(count.rule()));
            sheet = sheet.row(count.rule(), test, count.failed(), count.alone(), faces);
        }
        var notes = new ArrayList<String>();
        report.damaged()
                .forEach(face -> notes.add("%s: %s".formatted(face.face().id(), face.reason())));
        return Bundle.text(report.toString())
                .withHtml(Markup.all(
                                sheet.html(),
                                Markup.all(notes.stream()
                                        .map(note -> Markup.of("div", note).with("style", Markup.QUIET))
                                        .toList()))
                        .html());
    }

    /** A strip of the first; no picture if there is none. */
    private static Object faces(FaceFolder folder, List<FaceRecord> faces) {
        if (faces.isEmpty()) {
            return "";
        }
        var cells = faces.stream()
                .limit(FACES)
                .map(face -> new Gallery.Cell(FaceSheet.thumbnail(folder, face), "", Optional.empty()))
                .toList();
        return new Gallery(cells, FACES, SIDE, Optional.empty()).draw();
    }
}
