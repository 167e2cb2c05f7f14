package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.train.StepTimes;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Where the time of one training step goes: in the book's order, which reads files first, and in Doppel's, which makes
 * the next batch beside.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loading of the images.
 */
public final class StepBars {

    private static final int WIDTH = 880;
    private static final int LABEL = 190;
    private static final int ROW = 46;
    private static final int BAR = 26;
    private static final int LETTERS = 13;
    private static final int FOOT = 26;

    private static final Color FILES = Ink.B;
    private static final Color FACES = Shades.mixed(Ink.PAPER, Ink.B, 0.45);
    private static final Color LEARN = Ink.A;
    private static final Color MOVE = Shades.mixed(Ink.PAPER, Ink.A, 0.45);

    /** A stretch of time. */
    private record Piece(String name, double seconds, Color color) {}

    private StepBars() {}

    public static BufferedImage of(StepTimes times) {
        var learn = new Piece("learn", times.learn(), LEARN);
        var move = new Piece("move", times.move(), MOVE);
        var book = List.of(new Piece("read files", times.read(), FILES), learn, move);
        var doppel = List.of(new Piece("wait", times.idle(), FILES), learn, move);
        var beside = List.of(new Piece("bend faces", times.make(), FACES));
        var most = Math.max(sum(book), Math.max(sum(doppel), sum(beside)));
        var scale = (WIDTH - LABEL - 130) / most;
        var sheet = Brush.paper(WIDTH, 3 * ROW + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            row(brush, 0, "files first, as the book", book, scale);
            row(brush, 1, "faces in memory, Doppel", doppel, scale);
            row(brush, 2, "… and beside it", beside, scale);
            brush.words(
                    "read files / wait for faces, learn (draw, compare, follow back), move the weights; milliseconds a step",
                    new Point(LABEL, 3 * ROW + FOOT / 2.0 - 2),
                    Ink.TEXT,
                    LETTERS - 1);
        }
        return sheet;
    }

    private static void row(Brush brush, int row, String label, List<Piece> pieces, double scale) {
        var middle = row * ROW + ROW / 2.0;
        brush.words(label, new Point(0, middle), Ink.TEXT, LETTERS);
        double x = LABEL;
        for (var piece : pieces) {
            var wide = Math.max(1, piece.seconds() * scale);
            brush.fill(
                    List.of(
                            new Point(x, middle - BAR / 2.0),
                            new Point(x + wide, middle - BAR / 2.0),
                            new Point(x + wide, middle + BAR / 2.0),
                            new Point(x, middle + BAR / 2.0)),
                    piece.color());
            var words = "%s %s".formatted(piece.name(), milliseconds(piece.seconds()));
            if (wide > 8 * words.length()) {
                var dark = piece.color() == LEARN || piece.color() == FILES;
                brush.letters(words, new Point(x + wide / 2, middle), dark ? Color.WHITE : Ink.TEXT, LETTERS - 1);
            }
            x += wide;
        }
        brush.words(milliseconds(sum(pieces)) + " ms", new Point(x + 8, middle), Ink.TEXT, LETTERS);
    }

    private static String milliseconds(double seconds) {
        return seconds < 0.01 ? "%.1f".formatted(1000 * seconds) : "%.0f".formatted(1000 * seconds);
    }

    private static double sum(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::seconds).sum();
    }
}
