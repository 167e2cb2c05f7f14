/**
 * The third of the four steps: turn, scale and shift every face so that all stand alike.
 *
 * <p>In: a frame and 68 landmarks. Out: a {@link doppel.geometry.Similarity} from frame pixels to face units, a square
 * {@link doppel.align.AlignedFace} of any size, and the {@link doppel.align.HeadPose}. A network then need not learn
 * where a face is, only what it looks like.
 *
 * <p>Face units: the mean face's unit box. Its brows begin near x = 0, they end near x = 1; y = 0 is just above the
 * brows, y = 1 lies between mouth and chin.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the aligner; chapter 8, aligning other things than faces.
 */
package doppel.align;
