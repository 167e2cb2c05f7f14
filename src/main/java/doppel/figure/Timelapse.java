package doppel.figure;

import doppel.provenance.Marks;
import doppel.provenance.VisibleLabel;
import doppel.train.PreviewSheet;
import doppel.train.PreviewSheet.Column;
import doppel.train.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the faces of a run came about: its previews, side by side or one by one.
 *
 * <p>A loss says how far off the faces are; this says in what.
 *
 * <p>Book: chapter 6, "Exploring the training code", previews.
 */
public final class Timelapse {

    private static final int MOST_COLUMNS = 7;
    private static final int MOST_FRAMES = 60;
    private static final int SIDE = 106;
    private static final int SMALL_SIDE = 84;

    /** Faces of a frame; the last row of a preview lies under its label. */
    private static final List<Integer> ROWS = List.of(0, 2, 3);

    /** Below the faces there is room for the label, which would hide two of them: a part of their height. */
    private static final int FOOT = 8;

    private Timelapse() {}

    /**
     * One face of each person at the first step, at some between, and at the last: more of them early, when more happens.
     *
     * @throws IllegalArgumentException if the run has no preview yet
     * @throws IOException if a preview cannot be read
     */
    public static BufferedImage strip(RunFolder run) throws IOException {
        var sheets = chosen(previews(run), MOST_COLUMNS);
        var gallery = Gallery.of().withHeight(SIDE).withColumns(sheets.size() + 1);
        for (var column : List.of(Column.A_AS_A, Column.A_AS_B, Column.B_AS_B, Column.B_AS_A)) {
            var person = column.compareTo(Column.B) < 0 ? Column.A : Column.B;
            gallery = gallery.with(person.name(), face(sheets.get(0), person));
            for (var sheet : sheets) {
                var words = "as %s, step %,d".formatted(shown(column), sheet.step());
                gallery = gallery.with(words, face(sheet, column), shown(column).equals("A") ? Ink.A : Ink.B);
            }
        }
        return labeled(gallery.draw());
    }

    /**
     * The previews one after the other, each with its step and its label; evenly spread, if there are more than 60.
     *
     * @return 1 to 60 pictures of one size, oldest first
     * @throws IllegalArgumentException if the run has no preview yet
     * @throws IOException if a preview cannot be read
     */
    public static List<BufferedImage> frames(RunFolder run) throws IOException {
        return evenly(previews(run)).stream().map(Timelapse::frame).toList();
    }

    /** At most {@code most}, the first and the last among them, near each other at the start. */
    static List<PreviewSheet> chosen(List<PreviewSheet> sheets, int most) {
        var last = sheets.size() - 1;
        return IntStream.range(0, most)
                .map(i -> (int) Math.round(last * Math.pow((double) i / (most - 1), 2)))
                .distinct()
                .mapToObj(sheets::get)
                .toList();
    }

    private static List<PreviewSheet> evenly(List<PreviewSheet> sheets) {
        var count = Math.min(MOST_FRAMES, sheets.size());
        return IntStream.range(0, count)
                .mapToObj(i -> sheets.get(count == 1 ? 0 : i * (sheets.size() - 1) / (count - 1)))
                .toList();
    }

    private static List<PreviewSheet> previews(RunFolder run) throws IOException {
        var sheets = PreviewSheet.all(run);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException(
                    "the run %s has no preview yet: train it for a few seconds".formatted(run.name()));
        }
        return sheets;
    }

    private static BufferedImage frame(PreviewSheet sheet) {
        var gallery = Gallery.of().withHeight(SMALL_SIDE).withColumns(Column.values().length);
        for (var row : ROWS) {
            for (var column : Column.values()) {
                gallery = gallery.with("", sheet.face(row, column));
            }
        }
        var faces = gallery.draw();
        var frame = labeled(faces);
        var pen = frame.createGraphics();
        pen.setColor(Ink.TEXT);
        pen.setFont(Ink.font(18));
        pen.drawString("step %,d".formatted(sheet.step()), 6, frame.getHeight() - 12);
        pen.dispose();
        return frame;
    }

    private static BufferedImage face(PreviewSheet sheet, Column column) {
        return sheet.face(PreviewSheet.ROWS / 2, column);
    }

    private static String shown(Column column) {
        return column.name().substring(column.name().length() - 1);
    }

    private static BufferedImage labeled(BufferedImage faces) {
        var height = faces.getHeight() + faces.getHeight() / FOOT;
        var sheet = new BufferedImage(faces.getWidth(), height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setColor(Ink.PAPER);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.drawImage(faces, 0, 0, null);
        pen.dispose();
        return VisibleLabel.of(Marks.preview(), sheet.getWidth(), sheet.getHeight())
                .draw(sheet);
    }
}
