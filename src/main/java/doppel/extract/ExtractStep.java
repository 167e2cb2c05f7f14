package doppel.extract;

/**
 * How far an extraction is, told after every frame.
 *
 * @param counts up to now, earlier sessions included
 * @param expectedFrames to look at in all, an estimate; 0 if the clip does not tell
 * @param framesPerSecond since this session began
 */
public record ExtractStep(FrameCounts counts, int expectedFrames, double framesPerSecond) {}
