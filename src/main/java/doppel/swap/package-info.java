/**
 * Puts a face into a frame, and the frames into a clip: crop, other decoder, color match, feathered blend, sound.
 *
 * <p>In: a trained {@link doppel.model.SwapModel} and a target clip. Out: a clip with all of the target's frames and
 * its sound, marked as what it is. Nothing here knows how a model is trained.
 *
 * <p>Book: chapter 7, "Swapping the face back into the video".
 */
package doppel.swap;
