package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.PointerScope;

/**
 * How much of a face is too dark or too light to show anything, inside its mask.
 *
 * @param black share of pixels that are all but black, no channel above {@value #BLACK}, 0 to 1
 * @param clipped share of pixels with a channel at its upper end, {@value #FULL} or more, 0 to 1
 */
public record Exposure(double black, double clipped) {

    /** What video calls black. */
    static final int BLACK = 16;

    /** A little below the end, because compressing and resampling a blown out area gives it back with some noise. */
    static final int FULL = 250;

    static Exposure of(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var pixels = new byte[3 * face.getWidth() * face.getHeight()];
            Mats.of(face).data().get(pixels);
            var inside = Masked.bytes(Masked.inside(mask));
            var black = 0;
            var full = 0;
            var count = 0;
            for (int i = 0; i < inside.length; i++) {
                if (inside[i] != 0) {
                    var most =
                            Math.max(pixels[3 * i] & 255, Math.max(pixels[3 * i + 1] & 255, pixels[3 * i + 2] & 255));
                    black += most <= BLACK ? 1 : 0;
                    full += most >= FULL ? 1 : 0;
                    count++;
                }
            }
            return new Exposure((double) black / count, (double) full / count);
        }
    }
}
