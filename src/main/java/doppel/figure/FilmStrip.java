package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import doppel.media.DamagedFrame;
import doppel.media.Frame;
import doppel.media.FrameReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A few frames of a clip above its time line, and on it, in red, the frames that are damaged.
 *
 * <p>Book: chapter 5, "Getting image files from a video".
 *
 * @param frames in the order of the clip
 * @param damaged frames of the whole clip
 * @param length of the clip, in frames
 * @param framesPerSecond mean rate of the clip
 */
public record FilmStrip(List<Frame> frames, List<DamagedFrame> damaged, int length, double framesPerSecond) {

    private static final int GAP = 4;
    private static final int TALL = 110;
    private static final int ROPE = 34;
    private static final int FOOT = 46;
    private static final int LETTERS = 12;

    public FilmStrip {
        frames = List.copyOf(frames);
        damaged = List.copyOf(damaged);
    }

    /**
     * Reads a whole clip.
     *
     * @param count how many frames to show, evenly spread, 2 to 16
     * @throws IllegalArgumentException if {@code count} is another number
     * @throws IOException if the clip cannot be read, or has no whole frame
     */
    public static FilmStrip of(Path clip, int count) throws IOException {
        if (count < 2 || count > 16) {
            throw new IllegalArgumentException("a film strip shows 2 to 16 frames, got " + count + "; try 9");
        }
        try (var reader = FrameReader.open(clip)) {
            var step = Math.max(1, (reader.estimatedFrames() - 1.0) / (count - 1));
            var picked = new ArrayList<Frame>();
            var last = -1;
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                last = next.get().number();
                if (last >= Math.round(picked.size() * step) && picked.size() < count) {
                    picked.add(next.get());
                }
            }
            if (picked.isEmpty()) {
                throw new IOException("%s has no whole frame: replace the clip".formatted(clip.getFileName()));
            }
            var broken = reader.damaged();
            var length = 1 + broken.stream().mapToInt(DamagedFrame::number).reduce(last, Math::max);
            return new FilmStrip(picked, broken, length, reader.framesPerSecond());
        }
    }

    public BufferedImage draw() {
        var cell = (Gallery.PAGE + GAP) / frames.size() - GAP;
        var first = frames.get(0).picture();
        var high = Math.min(TALL, cell * first.getHeight() / first.getWidth());
        var sheet = Brush.paper(Gallery.PAGE, high + ROPE + FOOT);
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            var wide = high * first.getWidth() / first.getHeight();
            for (int i = 0; i < frames.size(); i++) {
                var x = i * (cell + GAP) + (cell - wide) / 2;
                brush.picture(Warp.resize(frames.get(i).picture(), wide, high), new Point(x, 0));
                var foot = new Point(place(frames.get(i).number()), high + ROPE);
                brush.line(new Point(x + wide / 2.0, high + 3), foot, Ink.A, 1);
                brush.dot(foot, Ink.A, 3);
            }
            timeLine(brush, high + ROPE);
        }
        return sheet;
    }

    private void timeLine(Brush brush, double y) {
        brush.line(new Point(place(0), y), new Point(place(length), y), Ink.TEXT, 1);
        for (var broken : damaged) {
            brush.line(new Point(place(broken.number()), y - 8), new Point(place(broken.number()), y + 8), Ink.B, 3);
        }
        var seconds = length / framesPerSecond;
        var step = seconds <= 8 ? 1 : seconds <= 40 ? 5 : seconds <= 120 ? 15 : Math.ceil(seconds / 8);
        for (double at = 0; at <= seconds + 1e-6; at += step) {
            var x = place(at * framesPerSecond);
            brush.line(new Point(x, y), new Point(x, y + 5), Ink.TEXT, 1);
            brush.letters("%.0f s".formatted(at), new Point(x, y + 16), Ink.TEXT, LETTERS);
        }
        var words = "%d frames, %.3g a second".formatted(length, framesPerSecond)
                + (damaged.isEmpty() ? "" : "; %d damaged (red)".formatted(damaged.size()));
        brush.letters(words, new Point(Gallery.PAGE / 2.0, y + 36), Ink.TEXT, LETTERS + 1);
    }

    private double place(double frame) {
        return 20 + frame / length * (Gallery.PAGE - 40);
    }
}
