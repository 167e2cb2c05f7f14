package doppel.actor;

/**
 * How far a take is.
 *
 * @param frames that are there
 * @param of wanted
 */
public record TakeStep(int frames, int of) {}
