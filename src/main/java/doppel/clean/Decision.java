package doppel.clean;

/** What was decided about a face. A rejected face is passed over, and stays where it is. */
public enum Decision {
    /** looked at and found good */
    KEPT,
    /** not to be used */
    REJECTED,
    /** nobody has looked yet: used like a kept one */
    UNDECIDED
}
