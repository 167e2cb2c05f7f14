/**
 * The network: one encoder that all people share, and for each person a part that draws that person alone.
 *
 * <p>In: a face of person A or B, as an array. Out: the same face drawn by the part of side A or of side B; the other
 * side's part makes the swap. {@link doppel.model.ModelDesign} says how the network is built,
 * {@link doppel.model.SwapModel} holds its weights. Nothing here knows how weights are found: {@code train} does.
 *
 * <p>All arrays are {@code (N, 3, size, size)}, 32-bit, red green blue, 0 to 1; a mask is a fourth channel.
 *
 * <p>Book: chapter 1, "Discovering how deepfakes work"; chapter 6, "Getting hands-on with AI".
 */
package doppel.model;
