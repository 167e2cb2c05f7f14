package doppel.clean;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;

/**
 * The mean color of a face, inside its mask, in the terms that faceswap sorts by.
 *
 * <p>Source: H. Malvar and G. Sullivan, "YCoCg-R: a color space with RGB reversibility", 2003.
 *
 * @param gray mean gray value, 0 to 255
 * @param luma mean of Y, 0 to 255
 * @param green mean of Cg, -128 to 127: how much greener than purple
 * @param orange mean of Co, -128 to 127: how much more orange than blue
 */
public record Hues(double gray, double luma, double green, double orange) {

    /** All four are sums of the channels, so the mean of the channels is all they need. */
    static Hues of(BufferedImage face, Mask mask) {
        try (var scope = new PointerScope()) {
            var mean = opencv_core.mean(Mats.of(face), Masked.inside(mask));
            var b = mean.get(0);
            var g = mean.get(1);
            var r = mean.get(2);
            return new Hues(
                    0.299 * r + 0.587 * g + 0.114 * b, r / 4 + g / 2 + b / 4, g / 2 - r / 4 - b / 4, r / 2 - b / 2);
        }
    }
}
