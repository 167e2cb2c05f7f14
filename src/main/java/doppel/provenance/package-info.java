/**
 * Permission before, marks after: who may be used for what, and how a picture says that it was made.
 *
 * <p>In: consent records, and finished pictures and clips. Out: a yes or one sentence that says what is missing; the
 * same pictures with a visible label, and files that carry their source type inside (XMP) and their whole origin
 * beside them ({@link doppel.provenance.Manifest}).
 *
 * <p>The book tells us to ask first and not to deceive. Here both are machinery: training and swapping call
 * {@link doppel.provenance.ConsentFolder#require}, and the one writer in {@code media} calls all the rest, so that
 * forgetting is not possible.
 *
 * <p>Book: chapter 2, "Being an ethical deepfaker" and "Preventing damage from deepfakes".
 */
package doppel.provenance;
