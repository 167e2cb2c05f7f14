package doppel.extract;

import doppel.align.CropOptions;
import doppel.detect.DetectOptions;

/**
 * How a clip becomes a face folder.
 *
 * <p>Book: chapter 5, the options of the extractor; chapter 4, how many frames to take.
 *
 * @param everyNth look at one frame in this many, 1 or more. Neighbors in a clip are nearly alike: 500 to 1,000 faces
 *     that differ teach more than 10,000 that do not
 * @param choice which faces of a frame to keep
 * @param detect what counts as a face
 * @param crop how to cut it
 */
public record ExtractOptions(int everyNth, FaceChoice choice, DetectOptions detect, CropOptions crop) {

    /**
     * @throws IllegalArgumentException if {@code everyNth} is below 1
     */
    public ExtractOptions {
        if (everyNth < 1) {
            throw new IllegalArgumentException("everyNth must be 1 or more, got " + everyNth + "; 1 takes every frame");
        }
    }

    /** One person's clip: every frame, the largest face. */
    public static ExtractOptions standard() {
        return new ExtractOptions(1, FaceChoice.LARGEST, DetectOptions.standard(), CropOptions.stored());
    }

    /** A clip of several people: every frame, every face, small ones too. */
    public static ExtractOptions crowd() {
        return new ExtractOptions(1, FaceChoice.ALL, DetectOptions.crowd(), CropOptions.stored());
    }

    public ExtractOptions withEveryNth(int everyNth) {
        return new ExtractOptions(everyNth, choice, detect, crop);
    }

    public ExtractOptions withChoice(FaceChoice choice) {
        return new ExtractOptions(everyNth, choice, detect, crop);
    }

    public ExtractOptions withDetect(DetectOptions detect) {
        return new ExtractOptions(everyNth, choice, detect, crop);
    }

    public ExtractOptions withCrop(CropOptions crop) {
        return new ExtractOptions(everyNth, choice, detect, crop);
    }
}
