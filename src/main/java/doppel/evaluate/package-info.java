/**
 * Says how good a swap is: against the rendered truth where there is one, and beside what costs nothing.
 *
 * <p>In: a {@link doppel.swap.FaceSwapper}, the two face folders, and a {@link doppel.evaluate.TruthSet} of frames for
 * which the exact answer was rendered. Out: a {@link doppel.evaluate.ScoredSet}, and a page and a JSON file of it, the
 * {@link doppel.evaluate.SwapReport}.
 *
 * <p>A number alone says little. So every score stands beside two others: the target frame as it is, and the nearest
 * face of person A pasted over it. A swap that is not better than both has learned nothing worth the training.
 *
 * <p>Book: chapter 7 ends with looking at the result; measuring it is beyond the book.
 */
package doppel.evaluate;
