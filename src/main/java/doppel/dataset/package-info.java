/**
 * Faces on their way into training: decoded once, moved, recolored, bent, and handed over in batches.
 *
 * <p>In: two face folders, {@link doppel.dataset.AugmentOptions} and an {@link doppel.dataset.Emphasis}. Out:
 * {@link doppel.dataset.FaceBatches}, which fills one batch while the network learns from the one before. A batch
 * depends on these, the seed and the number of the step and on nothing else, so a run that is stopped and resumed sees
 * the faces that it would have seen.
 *
 * <p>Every face of a batch comes three times: the <em>target</em> that the loss compares with, the <em>input</em> that
 * the encoder sees, which is the target bent a little, and the <em>weights</em> that say how much each pixel counts.
 *
 * <p>A crowd of rendered people has batches of its own, {@link doppel.dataset.CrowdBatches}: there the input may show
 * somebody else than the target, who does the same at the same moment.
 *
 * <p>Book: chapter 6, "Training", the loading of the images.
 */
package doppel.dataset;
