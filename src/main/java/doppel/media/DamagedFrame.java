package doppel.media;

/**
 * A frame that should be there and is not usable.
 *
 * @param number its place in the clip, as {@link Frame#number} counts
 * @param name as {@link Frame#name}
 * @param reason what is wrong, as a sentence
 */
public record DamagedFrame(int number, String name, String reason) {}
