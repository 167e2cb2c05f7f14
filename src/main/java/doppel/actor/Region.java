package doppel.actor;

/** Where on the skin mesh a vertex lies; each is a weight 0 to 1 with a soft edge. */
enum Region {
    /** What a swap replaces: brows to chin, 0 at the hairline, the ears and under the jaw. */
    FACE,
    LIPS,
    NOSE,
    EARS,
    /** Inside of the mouth. */
    MOUTH,
    /** The pockets behind the lids. */
    SOCKETS,
    /** The moving lids and their rims. */
    LIDS,
    /** Below the jaw. */
    NECK,
    /** Below the neckline. */
    CLOTH
}
