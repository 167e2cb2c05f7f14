package doppel.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a written clip looks like.
 *
 * <p>Book: chapter 7, "Creating the video from images".
 *
 * @param width of the frames, 16 to 4096; an odd one gets one more column, because H.264 keeps colors for two by two
 *     pixels
 * @param height of the frames, 16 to 4096; as the width
 * @param framesPerSecond mean rate, above 0: for the bit rate and the last frame's length, since every frame carries
 *     its own time
 * @param bits share of the bits that a talking head needs, .1 to 10: 1 looks like its source, .5 as most clips do
 * @param soundFrom a clip or sound file whose sound goes along; empty for a silent clip
 */
public record ClipFormat(int width, int height, double framesPerSecond, double bits, Optional<Path> soundFrom) {

    private static final int LEAST_SIDE = 16;
    private static final int MOST_SIDE = 4096;

    /** Bits that a talking head of 512 x 512 pixels needs to look like its source, at 25 frames a second. */
    private static final double BITS_PER_SECOND = 2_500_000;

    private static final double LEAST_BITS_PER_SECOND = 1_000_000;
    private static final double MOST_BITS_PER_SECOND = 50_000_000;

    /**
     * @throws IllegalArgumentException if a side, the rate or the bits are out of range
     */
    public ClipFormat {
        if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE) {
            throw new IllegalArgumentException(
                    "a clip has sides of %d to %d pixels, got %d x %d: resize the frames first"
                            .formatted(LEAST_SIDE, MOST_SIDE, width, height));
        }
        if (!(framesPerSecond > 0 && framesPerSecond <= 1000)) {
            throw new IllegalArgumentException(
                    "a clip has more than 0 and up to 1000 frames a second, got %s; try 25".formatted(framesPerSecond));
        }
        if (!(bits >= .1 && bits <= 10)) {
            throw new IllegalArgumentException("bits must be 0.1 to 10, got %s; try 1".formatted(bits));
        }
    }

    /** Silent, with the usual bits. */
    public static ClipFormat of(int width, int height, double framesPerSecond) {
        return new ClipFormat(width, height, framesPerSecond, 1, Optional.empty());
    }

    /** As {@code clip} is, with its sound. */
    public static ClipFormat like(Clip clip) {
        var silent = of(clip.width(), clip.height(), clip.framesPerSecond());
        return clip.sound() ? silent.withSoundFrom(clip.file()) : silent;
    }

    public ClipFormat withSoundFrom(Path file) {
        return new ClipFormat(width, height, framesPerSecond, bits, Optional.of(file));
    }

    public ClipFormat withoutSound() {
        return new ClipFormat(width, height, framesPerSecond, bits, Optional.empty());
    }

    /** The same with more or fewer bits for the pictures. */
    public ClipFormat withBits(double share) {
        return new ClipFormat(width, height, framesPerSecond, share, soundFrom);
    }

    /** The bit rate of the pictures: by area and rate, within reason. */
    int bitsPerSecond() {
        var wanted = bits * BITS_PER_SECOND * width * height / (512 * 512) * framesPerSecond / 25;
        return (int) Math.max(LEAST_BITS_PER_SECOND, Math.min(wanted, MOST_BITS_PER_SECOND));
    }

    int evenWidth() {
        return width + width % 2;
    }

    int evenHeight() {
        return height + height % 2;
    }
}
