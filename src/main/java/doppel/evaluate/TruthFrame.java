package doppel.evaluate;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

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
}
