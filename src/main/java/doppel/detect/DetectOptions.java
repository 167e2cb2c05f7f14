package doppel.detect;

/**
 * What counts as a face, and how hard to look.
 *
 * <p>Book: chapter 5, the extractor's smallest size and smallest confidence.
 *
 * @param minScore above 0 to 1; below 0.4 cushions become faces, above 0.8 profiles are lost
 * @param minSide a face's longer side, as a share of the frame's shorter side, 0 to 1; smaller faces hold too few
 *     pixels to learn from
 * @param tiles whether every frame is searched again in closer, overlapping tiles. That finds faces below a
 *     twenty-fifth of the frame's longer side beside larger ones, and takes about eight times as long. Without it,
 *     tiles are searched only in a frame that seems empty
 */
public record DetectOptions(double minScore, double minSide, boolean tiles) {

    /**
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public DetectOptions {
        if (!(minScore > 0 && minScore <= 1)) {
            throw new IllegalArgumentException("minScore must be above 0 and at most 1, got " + minScore + "; try 0.5");
        }
        if (!(minSide >= 0 && minSide <= 1)) {
            throw new IllegalArgumentException("minSide must be 0 to 1, got " + minSide + "; try 0.05");
        }
    }

    /** One or a few people who are easy to see. */
    public static DetectOptions standard() {
        return new DetectOptions(0.5, 0.05, false);
    }

    /** A crowd: also the small faces in the back rows. */
    public static DetectOptions crowd() {
        return new DetectOptions(0.5, 0.02, true);
    }

    public DetectOptions withMinScore(double minScore) {
        return new DetectOptions(minScore, minSide, tiles);
    }

    public DetectOptions withMinSide(double minSide) {
        return new DetectOptions(minScore, minSide, tiles);
    }

    public DetectOptions withTiles(boolean tiles) {
        return new DetectOptions(minScore, minSide, tiles);
    }
}
