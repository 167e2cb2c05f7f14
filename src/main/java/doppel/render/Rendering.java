package doppel.render;

import doppel.image.Mask;
import java.awt.image.BufferedImage;

/**
 * A rendered picture and what its pixels show.
 *
 * @param picture {@code TYPE_3BYTE_BGR}
 * @param parts the part number that covers most of each pixel, row by row; 0 where the backdrop shows
 * @param face how much of each pixel belongs to the face that a swap replaces
 */
public record Rendering(BufferedImage picture, byte[] parts, Mask face) {}
