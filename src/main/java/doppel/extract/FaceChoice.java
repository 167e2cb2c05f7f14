package doppel.extract;

/** Which faces of a frame are kept. */
public enum FaceChoice {
    /** the one with the largest box: right for a clip of one person */
    LARGEST,
    /** every one: right for a crowd that is sorted later */
    ALL
}
