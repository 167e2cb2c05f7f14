package doppel.media;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a clip says about itself, read from its header without decoding a frame.
 *
 * <p>Book: chapter 5, "Getting image files from a video".
 *
 * @param file where it lies
 * @param width of an upright frame with square pixels
 * @param height of an upright frame
 * @param seconds length; 0 if the header does not tell
 * @param framesPerSecond the mean rate: phones waver, so that frames carry their own time
 * @param frames how many are announced, or an estimate where none are; 0 if the header does not tell
 * @param rotationDegrees by which {@link FrameReader} turns the stored frames clockwise: 0, 90, 180 or 270
 * @param sound whether there is a sound track
 */
public record Clip(
        Path file,
        int width,
        int height,
        double seconds,
        double framesPerSecond,
        int frames,
        int rotationDegrees,
        boolean sound) {

    /**
     * @throws IOException if the file is missing, is no clip, or claims more than 64 megapixels a frame, twelve hours,
     *     or a million frames
     */
    public static Clip probe(Path file) throws IOException {
        try (var opened = ClipFile.open(file)) {
            return opened.clip();
        }
    }
}
