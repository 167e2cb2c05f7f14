package doppel.figure;

import doppel.clean.FaceTable;
import doppel.clean.Suitability;
import doppel.clean.Suitability.Finding;
import doppel.clean.Suitability.Verdict;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Two people on one card: their faces, their mean shapes over each other, their skin, and what the numbers mean for a
 * swap.
 *
 * <p>Book: chapter 4, "Identifying suitable candidates for a swap".
 */
public final class CandidateCard {

    private static final int SIDE = 208;
    private static final int GAP = 16;
    private static final int ROW = 34;
    private static final int LETTERS = 14;
    private static final double LINE = 1.8;

    /** Of the mean shapes in their square: the brows' width takes this share. */
    private static final double SHARE = 0.62;

    private CandidateCard() {}

    /**
     * @throws IOException if a picture cannot be read
     */
    public static BufferedImage of(FaceTable a, FaceTable b) throws IOException {
        var findings = Suitability.of(a, b).findings();
        var sheet = Brush.paper(4 * SIDE + 3 * GAP, SIDE + 44 + ROW * findings.size());
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            face(brush, 0, a, "A: " + a.folder().person(), Ink.A);
            face(brush, 1, b, "B: " + b.folder().person(), Ink.B);
            shapes(brush, left(2), a, b);
            skins(brush, left(3), a, b);
            for (int i = 0; i < findings.size(); i++) {
                line(brush, SIDE + 44 + ROW * i + ROW / 2, findings.get(i));
            }
        }
        return sheet;
    }

    private static void face(Brush brush, int column, FaceTable table, String name, Color color) throws IOException {
        var picture = table.folder().picture(table.plainest());
        brush.picture(Warp.resize(picture, SIDE, SIDE), new Point(left(column), 0));
        title(brush, column, name, color);
    }

    private static void shapes(Brush brush, double left, FaceTable a, FaceTable b) {
        var toSheet = Similarity.shifting(-0.5, -0.55)
                .then(Similarity.scaling(SHARE * SIDE))
                .then(Similarity.shifting(left + SIDE / 2.0, SIDE / 2.0));
        shape(brush, toSheet.apply(Suitability.meanShape(a)), Ink.A);
        shape(brush, toSheet.apply(Suitability.meanShape(b)), Ink.B);
        title(brush, 2, "mean shapes", Ink.TEXT);
    }

    private static void shape(Brush brush, List<Point> points, Color color) {
        var face = new Landmarks(points);
        var bridge = points.subList(27, 31);
        var nostrils = points.subList(31, 36);
        for (var line : List.of(face.jaw(), face.rightBrow(), face.leftBrow(), bridge, nostrils)) {
            for (int i = 1; i < line.size(); i++) {
                brush.line(line.get(i - 1), line.get(i), color, LINE);
            }
        }
        for (var ring : List.of(face.rightEye(), face.leftEye(), face.mouth())) {
            for (int i = 0; i < ring.size(); i++) {
                brush.line(ring.get(i), ring.get((i + 1) % ring.size()), color, LINE);
            }
        }
    }

    private static void skins(Brush brush, double left, FaceTable a, FaceTable b) {
        skin(brush, left, 0, a, "A");
        skin(brush, left, SIDE / 2.0, b, "B");
        title(brush, 3, "mean skin, L* a* b*", Ink.TEXT);
    }

    private static void skin(Brush brush, double left, double top, FaceTable table, String name) {
        var skin = Suitability.meanSkin(table);
        var low = top + SIDE / 2.0;
        brush.fill(
                List.of(
                        new Point(left, top),
                        new Point(left + SIDE, top),
                        new Point(left + SIDE, low),
                        new Point(left, low)),
                skin.color());
        var words = "%s: %.0f  %.0f  %.0f".formatted(name, skin.brightness(), skin.redness(), skin.yellowness());
        brush.letters(
                words,
                new Point(left + SIDE / 2.0, (top + low) / 2),
                skin.brightness() > 55 ? Ink.TEXT : Ink.PAPER,
                LETTERS);
    }

    /** A light, and the same as a word, for those who cannot tell its colors apart. */
    private static void line(Brush brush, double y, Finding finding) {
        brush.dot(new Point(14, y), color(finding.verdict()), 9);
        words(brush, finding.verdict().name().toLowerCase(Locale.ROOT), 34, y);
        words(brush, finding.name(), 90, y);
        words(brush, finding.number(), 190, y);
        words(brush, finding.verdict() == Verdict.GOOD ? "" : finding.advice(), 430, y);
    }

    private static void words(Brush brush, String words, double left, double y) {
        brush.words(words, new Point(left, y), Ink.TEXT, LETTERS);
    }

    private static Color color(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Ink.GREEN;
            case FAIR -> Ink.YELLOW;
            case POOR -> Ink.B;
        };
    }

    private static void title(Brush brush, int column, String words, Color color) {
        brush.letters(words, new Point(left(column) + SIDE / 2.0, SIDE + 16), color, LETTERS);
    }

    private static double left(int column) {
        return column * (SIDE + GAP);
    }
}
