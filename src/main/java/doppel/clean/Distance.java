package doppel.clean;

/** How far apart two of some things are, which are known by their numbers 0, 1, 2 and so on; a way round is never shorter. */
interface Distance {

    /** How many things there are. */
    int count();

    /**
     * @param enough where the caller stops caring
     * @return the distance, or any number from {@code enough} on if it is that far
     */
    double between(int a, int b, double enough);

    default double between(int a, int b) {
        return between(a, b, Double.POSITIVE_INFINITY);
    }
}
