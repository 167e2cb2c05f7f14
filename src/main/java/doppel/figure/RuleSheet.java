package doppel.figure;

import doppel.clean.Rule;
import doppel.clean.RuleReport;
import doppel.extract.FaceRecord;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The faces that fail, a row a rule, from the furthest beyond its limit to the one that only just fails: where a rule is
 * judged.
 *
 * <p>Damaged faces have no picture to show and are left out, and so are rules that no face fails.
 *
 * <p>Book: chapter 8, "Getting data under control".
 */
public final class RuleSheet {

    private static final int SHOWN = 8;
    private static final int LINE = 28;
    private static final int LETTERS = 14;

    private RuleSheet() {}

    /**
     * @throws IOException if a picture cannot be read
     */
    public static BufferedImage of(RuleReport report) throws IOException {
        var rows = new ArrayList<BufferedImage>();
        for (var rule : report.book().rules()) {
            if (!report.failing(rule.name()).isEmpty()) {
                rows.add(row(report, rule));
            }
        }
        return rows.isEmpty() ? headed("every face passes " + report.book().title(), List.of()) : headed("", rows);
    }

    private static BufferedImage row(RuleReport report, Rule rule) throws IOException {
        var failing = report.failing(rule.name());
        var below = rule.test() instanceof Rule.Limits ? "" : "; below each face its time in seconds";
        var words = "%s: %s (%s%s)"
                .formatted(rule.name(), count(failing), rule.test().words(), below);
        var shown = MeasuredFaces.spread(failing, SHOWN);
        return headed(words, List.of(faces(report, rule, shown).draw()));
    }

    private static Gallery faces(RuleReport report, Rule rule, List<FaceRecord> faces) throws IOException {
        var table = report.faces();
        return rule.test() instanceof Rule.Limits limits
                ? MeasuredFaces.of(table, faces, limits.measure().label())
                : MeasuredFaces.of(table, faces, "seconds");
    }

    private static BufferedImage headed(String words, List<BufferedImage> pictures) {
        var line = words.isEmpty() ? 0 : LINE;
        var width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElse(0);
        var height = pictures.stream().mapToInt(BufferedImage::getHeight).sum();
        var sheet = Brush.paper(Math.max(Gallery.PAGE, width), line + height);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.words(words, new Point(0, line / 2.0), Ink.TEXT, LETTERS);
            var y = line;
            for (var picture : pictures) {
                brush.picture(picture, new Point(0, y));
                y += picture.getHeight();
            }
        }
        return sheet;
    }

    private static String count(List<FaceRecord> faces) {
        return faces.size() == 1 ? "1 face fails" : "%,d faces fail".formatted(faces.size());
    }
}
