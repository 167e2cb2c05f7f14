package doppel.actor;

/**
 * How many people are made, and how they are filmed.
 *
 * @param count people, 1 to 100,000
 * @param frames a person, 1 to 1,000
 * @param size pixels a side, 64 to 1024
 * @param seed another seed, other people
 * @param sameScript whether all do the same: then any two of them are the exact answer of a swap of each other
 */
public record CrowdOptions(int count, int frames, int size, long seed, boolean sameScript) {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public CrowdOptions {
        require("count", count, 1, 100_000, 200);
        require("frames", frames, 1, 1000, 20);
        require("size", size, 64, 1024, 128);
    }

    /** For pre-training: 4,000 pictures. */
    public static CrowdOptions standard() {
        return new CrowdOptions(200, 20, 128, 7, false);
    }

    public CrowdOptions withCount(int people) {
        return new CrowdOptions(people, frames, size, seed, sameScript);
    }

    public CrowdOptions withFrames(int pictures) {
        return new CrowdOptions(count, pictures, size, seed, sameScript);
    }

    public CrowdOptions withSize(int pixels) {
        return new CrowdOptions(count, frames, pixels, seed, sameScript);
    }

    public CrowdOptions withSeed(long another) {
        return new CrowdOptions(count, frames, size, another, sameScript);
    }

    public CrowdOptions withSameScript(boolean same) {
        return new CrowdOptions(count, frames, size, seed, same);
    }

    private static void require(String name, int value, int least, int most, int usual) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, got %d; try %d".formatted(name, least, most, value, usual));
        }
    }
}
