package doppel.clean;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

/**
 * How sharp a face is, measured twice, once in space and once in frequencies.
 *
 * @param sharpness fine detail per coarse detail inside the mask, see {@link Measure#SHARPNESS}
 * @param spectrum mean strength of the high spatial frequencies, see {@link Measure#SPECTRUM}
 */
public record Focus(double sharpness, double spectrum) {

    static Focus of(BufferedImage face, Mask mask) {
        return new Focus(Sharpness.of(face, mask), Spectrum.of(face, mask));
    }
}
