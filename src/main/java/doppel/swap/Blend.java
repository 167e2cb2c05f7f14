package doppel.swap;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

/**
 * How a face was put into a frame. All but {@code composite} are square, of one size, and show the same part of the face.
 *
 * @param own the target's own face: the colors to match
 * @param measured the target's mask: where colors are measured
 * @param matched the new face in the colors of {@code own}
 * @param mask what of {@code matched} is pasted: {@code measured}, eroded and feathered
 * @param composite the frame with the new face
 */
public record Blend(BufferedImage own, Mask measured, BufferedImage matched, Mask mask, BufferedImage composite) {}
