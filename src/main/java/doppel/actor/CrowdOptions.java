package doppel.actor;

/**
 * How many people are made, and how they are filmed.
 *
 * @param count people, 1 to 100,000
 * @param frames a person, 1 to 1,000
 * @param size pixels a side, 64 to 1024
 * @param seed another seed, other people
 * @param troupe people who follow one script, 1 to 1,000: same pose, expression and light at the same frame, so that
 *     any two of a troupe are the exact answer of a swap of each other. 1: everybody does something else
 */
public record CrowdOptions(int count, int frames, int size, long seed, int troupe) {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public CrowdOptions {
        require("count", count, 1, 100_000, 200);
        require("frames", frames, 1, 1000, 20);
        require("size", size, 64, 1024, 128);
        require("troupe", troupe, 1, 1000, 8);
    }

    /** For pre-training: 6,272 pictures of 784 moments. */
    public static CrowdOptions standard() {
        return new CrowdOptions(224, 28, 256, 7, 8);
    }

    public CrowdOptions withCount(int people) {
        return new CrowdOptions(people, frames, size, seed, troupe);
    }

    public CrowdOptions withFrames(int pictures) {
        return new CrowdOptions(count, pictures, size, seed, troupe);
    }

    public CrowdOptions withSize(int pixels) {
        return new CrowdOptions(count, frames, pixels, seed, troupe);
    }

    public CrowdOptions withSeed(long another) {
        return new CrowdOptions(count, frames, size, another, troupe);
    }

    public CrowdOptions withTroupe(int people) {
        return new CrowdOptions(count, frames, size, seed, people);
    }

    private static void require(String name, int value, int least, int most, int usual) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, got %d; try %d".formatted(name, least, most, value, usual));
        }
    }
}
