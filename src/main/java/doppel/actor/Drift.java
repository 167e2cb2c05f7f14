package doppel.actor;

/** The small unrest of everything alive: a smooth number between -1 and 1 that never repeats. */
final class Drift {

    private final long seed;
    private final double pace;

    /**
     * @param pace seconds between one turn and the next
     */
    Drift(long seed, double pace) {
        this.seed = seed;
        this.pace = pace;
    }

    double at(double seconds) {
        var knot = Math.floor(seconds / pace);
        var from = knot(knot);
        return from + (knot(knot + 1) - from) * Track.smooth(seconds / pace - knot);
    }

    private double knot(double number) {
        var bits = seed * 0x9E3779B97F4A7C15L + (long) number * 0xD1B54A32D192ED03L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return ((bits ^ bits >>> 31) >> 11) * 0x1p-52;
    }
}
