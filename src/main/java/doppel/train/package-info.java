/**
 * Finds the weights of a network: losses, optimizer, the loop, and all that lets a run be stopped and go on.
 *
 * <p>In: two face folders, a permit, and {@link doppel.train.TrainOptions}. Out: a {@link doppel.train.RunFolder} with
 * the losses of every step, previews, checkpoints, and the newest weights in {@code model}, which is all that
 * {@code swap} reads.
 *
 * <p>A step shows the encoder the faces of both people at once, adds up the losses of both sides, and moves all weights
 * together. The book takes two steps instead, one a side, which turns the encoder twice.
 *
 * <p>Book: chapter 6, "Exploring the training code".
 */
package doppel.train;
