package doppel.evaluate;

import doppel.image.Mask;
import doppel.image.Mats;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;

/**
 * One question with its answer: a frame to swap, and what a perfect swap of it looks like.
 *
 * @param name what to call it in a report
 * @param target the frame before the swap: person B
 * @param truth person A's face on B's head: same pose, expression and light, rendered
 * @param mask where either of the two faces is: the region that scores are taken over
 */
public record TruthFrame(String name, BufferedImage target, BufferedImage truth, Mask mask) {

    /**
     * @throws IllegalArgumentException if the sizes differ
     */
    public TruthFrame {
        try {
            Region.requireOneSize(target, truth, mask);
        } catch (IllegalArgumentException differ) {
            throw new IllegalArgumentException(name + ": " + differ.getMessage(), differ);
        }
    }

    /**
     * How near a swap of this frame comes to the truth, inside the mask.
     *
     * @return decibels, as {@link Psnr}
     */
    public double psnr(BufferedImage swap) {
        return Psnr.inside(swap, truth, mask);
    }

    /**
     * The same in another light: each color channel of target and truth is multiplied.
     *
     * @param red 0 to 1; all three equal is darker, less blue is warmer
     * @throws IllegalArgumentException if a factor is out of its range
     */
    public TruthFrame relit(double red, double green, double blue) {
        if (!(Math.min(red, Math.min(green, blue)) >= 0 && Math.max(red, Math.max(green, blue)) <= 1)) {
            throw new IllegalArgumentException(
                    "light is 0 to 1 of each color, got %s, %s and %s; try 0.6, 0.5, 0.4".formatted(red, green, blue));
        }
        var light = new RescaleOp(new float[] {(float) red, (float) green, (float) blue}, new float[3], null);
        return new TruthFrame(name, light.filter(Mats.bgr(target), null), light.filter(Mats.bgr(truth), null), mask);
    }
}
