package doppel.figure;

import doppel.clean.FaceTable;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.knowm.xchart.BitmapEncoder;

/**
 * What a limit would do: the distribution of a measure with the limit across it, how many faces lie beyond, and the ones
 * that just fail, where a limit is judged.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class CutFigure {

    private static final int SHOWN = 8;
    private static final int LETTERS = 14;
    private static final int LINE = 30;

    private CutFigure() {}

    /**
     * @param measure such as {@code sharpness}
     * @param limit in the measure's unit
     * @throws IOException if a picture cannot be read
     */
    public static BufferedImage of(FaceTable table, String measure, double limit) throws IOException {
        var beyond = table.worseThan(measure, limit);
        var chart = BitmapEncoder.getBufferedImage(Distribution.cut(Distribution.of(measure, table), limit));
        var justFail = beyond.subList(Math.max(0, beyond.size() - SHOWN), beyond.size());
        var words =
                "%d of %d faces would go".formatted(beyond.size(), table.rows().size())
                        + (beyond.isEmpty() ? "" : "; the last ones to go:");
        if (beyond.isEmpty()) {
            return stack(chart, words, Brush.paper(chart.getWidth(), 1));
        }
        return stack(chart, words, MeasuredFaces.of(table, justFail, measure).draw());
    }

    private static BufferedImage stack(BufferedImage chart, String words, BufferedImage faces) {
        var sheet =
                Brush.paper(Math.max(chart.getWidth(), faces.getWidth()), chart.getHeight() + LINE + faces.getHeight());
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            brush.picture(chart, new Point(0, 0));
            brush.words(words, new Point(8, chart.getHeight() + LINE / 2.0), Ink.TEXT, LETTERS);
            brush.picture(faces, new Point(0, chart.getHeight() + LINE));
        }
        return sheet;
    }
}
