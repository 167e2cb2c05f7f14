package doppel.swap;

/**
 * How far the swap of a clip has come.
 *
 * @param frames written so far
 * @param of frames in the clip, as far as its header tells
 * @param swapped frames so far in which a face was swapped
 * @param seconds since the start
 */
public record SwapStep(int frames, int of, int swapped, double seconds) {}
