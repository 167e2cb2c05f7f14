package doppel.extract;

/**
 * How far an extraction is, told after every frame.
 *
 * @param counts up to now, what was done before a stop included
 * @param expectedFrames to look at in all, an estimate; 0 if the clip does not tell
 * @param framesPerSecond since it began or went on
 */
public record ExtractStep(FrameCounts counts, int expectedFrames, double framesPerSecond) {}
