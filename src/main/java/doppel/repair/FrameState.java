package doppel.repair;

/** What a frame of a clip brought to its face folder. */
public enum FrameState {
    /** looked at, and no face was found */
    NONE,
    /** one face: what training wants of a clip of one person */
    ONE,
    /** two faces or more: another person, or something that is no face */
    SEVERAL,
    /** could not be read */
    DAMAGED,
    /** should have been looked at, and was not */
    MISSING
}
