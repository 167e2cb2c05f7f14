package doppel.model;

/**
 * How much room a network has at its three telling places; the layers between them follow.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the depth of a layer.
 *
 * @param first channels after the first convolution, even, 4 to 512; each halving of the picture doubles them, up to
 *     eight times as many. Too few: expressions and gaze are confused
 * @param code numbers that are left of a face in the middle, 4 to 4096. Too few: all faces look alike; too many: each
 *     person is learned by heart and the swap looks like its target
 * @param last channels from which the finished picture is painted, 2 to 256; each halving doubles them too, up to the
 *     limit of the architecture. Too few: teeth and lashes stay blurred
 */
public record Channels(int first, int code, int last) {

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value
     */
    public Channels {
        if (first < 4 || first > 512 || first % 2 != 0) {
            throw new IllegalArgumentException("width must be even and 4 to 512, got " + first + "; try 32");
        }
        if (code < 4 || code > 4096) {
            throw new IllegalArgumentException("code must be 4 to 4096 numbers, got " + code + "; try 128");
        }
        if (last < 2 || last > 256) {
            throw new IllegalArgumentException("last must be 2 to 256 channels, got " + last + "; try 16");
        }
    }

    /** So many first channels, and the other two in proportion. */
    Channels scaledTo(int channels) {
        return new Channels(channels, channels * code / first, channels * last / first);
    }
}
