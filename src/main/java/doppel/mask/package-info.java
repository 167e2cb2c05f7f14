/**
 * The fourth of the four steps: which pixels of the aligned face belong to the face?
 *
 * <p>In: landmarks in the pixels of a crop, and for the person mask the picture too. Out: soft
 * {@link doppel.image.Mask}s. The face mask that is stored is three at once: inside the hull of the landmarks with
 * lifted brows, part of a person, and inside the frame.
 *
 * <p>The book asks a face parser with 19 classes, fed with its colors in the wrong order; here the landmarks say where
 * the face is and a small network says what stands in front of the background.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the mask; chapter 8, "The power of masking images".
 */
package doppel.mask;
