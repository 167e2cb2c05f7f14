package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.repair.FrameCensus;
import doppel.repair.FrameState;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All frames of a clip as one line each state: where faces are missing, where there are several, what is damaged.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class FrameStrip {

    private static final List<FrameState> ROWS =
            List.of(FrameState.SEVERAL, FrameState.ONE, FrameState.NONE, FrameState.DAMAGED, FrameState.MISSING);

    private static final Map<FrameState, String> NAMES = Map.of(
            FrameState.SEVERAL, "several faces",
            FrameState.ONE, "one face",
            FrameState.NONE, "no face",
            FrameState.DAMAGED, "damaged",
            FrameState.MISSING, "missing");

    private static final int LEFT = 110;
    private static final int RIGHT = 80;
    private static final int ROW = 26;
    private static final int BAR = 16;
    private static final int FOOT = 50;
    private static final int LETTERS = 12;

    /** Numbers below the strip, at most. */
    private static final int MARKS = 10;

    /** Where a row has nothing. */
    private static final Color PALE = new Color(0xF1F3F5);

    /** A single frame of a long clip must not be too thin to be seen. */
    private static final double LEAST = 2;

    private FrameStrip() {}

    /**
     * @throws IllegalArgumentException if the census has no frame
     */
    public static BufferedImage draw(FrameCensus census) {
        var frames = census.frames();
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a census without frames has nothing to draw: extract the clip first");
        }
        var step =
                frames.size() == 1 ? 1 : frames.get(1).frame() - frames.get(0).frame();
        var length = frames.get(frames.size() - 1).frame() + step;
        var scale = (Gallery.PAGE - LEFT - RIGHT) / (double) length;
        var sheet = Brush.paper(Gallery.PAGE, ROWS.size() * ROW + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            for (int i = 0; i < ROWS.size(); i++) {
                var state = ROWS.get(i);
                var top = i * ROW + 5.0;
                brush.words(NAMES.get(state), new Point(8, top + BAR / 2.0), Ink.TEXT, LETTERS);
                rectangle(brush, LEFT, top, length * scale, PALE);
                for (var run : runs(frames, state)) {
                    var width = Math.max(LEAST, run.size() * step * scale);
                    rectangle(brush, LEFT + run.get(0) * scale, top, width, color(state));
                }
                brush.words(
                        "%,d".formatted(census.count(state)),
                        new Point(Gallery.PAGE - RIGHT + 10.0, top + BAR / 2.0),
                        Ink.TEXT,
                        LETTERS);
            }
            axis(brush, length, scale);
        }
        return sheet;
    }

    /** Frames of one state that follow each other are one piece: so no seams show. */
    private static List<List<Integer>> runs(List<FrameCensus.Entry> frames, FrameState state) {
        var runs = new ArrayList<List<Integer>>();
        var open = false;
        for (var entry : frames) {
            if (entry.state() == state) {
                if (!open) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(entry.frame());
            }
            open = entry.state() == state;
        }
        return runs;
    }

    private static void axis(Brush brush, int length, double scale) {
        var y = ROWS.size() * ROW + 4.0;
        brush.line(new Point(LEFT, y), new Point(LEFT + length * scale, y), Ink.TEXT, 1);
        var apart = IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
                .filter(step -> length <= step * MARKS)
                .findFirst()
                .orElse(length);
        for (int frame = 0; frame <= length; frame += apart) {
            var x = LEFT + frame * scale;
            brush.line(new Point(x, y), new Point(x, y + 5), Ink.TEXT, 1);
            brush.letters("%,d".formatted(frame), new Point(x, y + 16), Ink.TEXT, LETTERS);
        }
        brush.letters("frame of the clip", new Point(LEFT + length * scale / 2, y + 34), Ink.TEXT, LETTERS);
    }

    private static void rectangle(Brush brush, double left, double top, double width, Color color) {
        brush.fill(
                List.of(
                        new Point(left, top),
                        new Point(left + width, top),
                        new Point(left + width, top + BAR),
                        new Point(left, top + BAR)),
                color);
    }

    private static Color color(FrameState state) {
        return switch (state) {
            case ONE -> Ink.GREEN;
            case SEVERAL -> Ink.PURPLE;
            case NONE -> Ink.TEXT;
            case DAMAGED -> Ink.B;
            case MISSING -> Ink.YELLOW;
        };
    }
}
