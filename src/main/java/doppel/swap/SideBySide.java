package doppel.swap;

import doppel.media.Clip;
import doppel.media.ClipFormat;
import doppel.media.Frame;
import doppel.media.FrameReader;
import doppel.media.MarkedWriter;
import doppel.provenance.Marks;
import doppel.provenance.Origin;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A clip that shows the target on the left and its swap on the right, in step.
 *
 * <p>A swap alone always looks plausible; beside the target one sees what it missed: a blink, a smile, a turn.
 *
 * <p>Book: chapter 7, judging the result.
 */
public final class SideBySide {

    private SideBySide() {}

    /**
     * @param target the clip that was painted over
     * @param swap the finished swap of it, of the same size
     * @param output an MP4 file; replaced only when the new one is whole; carries the swap's sound
     * @throws IOException if a clip cannot be read, they differ in size, or the output cannot be written
     */
    public static void write(Path target, Path swap, Path output, Origin origin) throws IOException {
        var left = Clip.probe(target);
        var right = Clip.probe(swap);
        // an odd side is padded by one pixel in a written clip
        if (Math.abs(left.width() - right.width()) > 1 || Math.abs(left.height() - right.height()) > 1) {
            throw new IOException("%s is %d x %d but %s is %d x %d: choose a clip and its own swap"
                    .formatted(target, left.width(), left.height(), swap, right.width(), right.height()));
        }
        var silent = ClipFormat.of(2 * right.width(), right.height(), right.framesPerSecond());
        var format = right.sound() ? silent.withSoundFrom(swap) : silent;
        try (var targets = FrameReader.open(target);
                var swaps = FrameReader.open(swap);
                var writer = MarkedWriter.clip(output, format, Marks.swap(), origin)) {
            var one = targets.next();
            var other = swaps.next();
            while (one.isPresent() && other.isPresent()) {
                var pair = pair(one.get().picture(), other.get().picture());
                writer.write(new Frame(
                        other.get().number(),
                        other.get().seconds(),
                        pair,
                        other.get().name()));
                one = targets.next();
                other = swaps.next();
            }
            writer.finish();
        }
    }

    private static BufferedImage pair(BufferedImage left, BufferedImage right) {
        var pair = new BufferedImage(2 * right.getWidth(), right.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        pair.getRaster().setRect(left.getRaster());
        pair.getRaster().setRect(right.getWidth(), 0, right.getRaster());
        return pair;
    }
}
