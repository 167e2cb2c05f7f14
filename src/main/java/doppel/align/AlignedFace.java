package doppel.align;

import doppel.geometry.Similarity;
import java.awt.image.BufferedImage;

/**
 * The square picture of one face, with the transform that made it.
 *
 * <p>Book: chapter 5, the aligned face that the extractor writes.
 *
 * @param picture {@code size x size} pixels, {@code TYPE_3BYTE_BGR}
 * @param toCrop from pixels of the frame to pixels of {@code picture}
 */
public record AlignedFace(BufferedImage picture, Similarity toCrop) {}
