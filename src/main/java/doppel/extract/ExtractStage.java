package doppel.extract;

/** What an extraction spends its time on. */
public enum ExtractStage {
    /** a frame out of the clip */
    DECODE,
    /** faces in the frame */
    DETECT,
    /** points on the face */
    LANDMARK,
    /** fit, pose and cut */
    ALIGN,
    /** hull and person mask */
    MASK,
    /** two PNG files and their fingerprints */
    WRITE
}
