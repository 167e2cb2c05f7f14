package doppel.actor;

/**
 * How a performance is filmed.
 *
 * @param size pixels a side, 64 to 2048
 * @param framesPerSecond 1 to 120
 * @param parts whether a picture of the parts is kept beside each frame
 */
public record TakeOptions(int size, double framesPerSecond, boolean parts) {

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public TakeOptions {
        if (size < 64 || size > 2048) {
            throw new IllegalArgumentException("size must be 64 to 2048 pixels, got %d; try 512".formatted(size));
        }
        if (!(framesPerSecond >= 1 && framesPerSecond <= 120)) {
            throw new IllegalArgumentException(
                    "frames a second must be 1 to 120, got %s; try 25".formatted(framesPerSecond));
        }
    }

    /** As the samples are. */
    public static TakeOptions standard() {
        return new TakeOptions(512, 25, false);
    }

    public TakeOptions withSize(int pixels) {
        return new TakeOptions(pixels, framesPerSecond, parts);
    }

    public TakeOptions withFramesPerSecond(double rate) {
        return new TakeOptions(size, rate, parts);
    }

    public TakeOptions withParts(boolean kept) {
        return new TakeOptions(size, framesPerSecond, kept);
    }

    /** When a frame is shown. */
    double seconds(int frame) {
        return frame / framesPerSecond;
    }
}
