package doppel.figure;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;

/**
 * What coverage does: the square in the frame, the crop that it becomes, and the 64 pixels that a network sees.
 *
 * <p>Book: chapter 5, the 30 % that the face takes of the book's crop.
 *
 * @param frame that the face is in
 * @param landmarks in frame pixels
 */
public record CoverageFigure(BufferedImage frame, Landmarks landmarks) {

    /** Pixels a side of what the first networks of the book see. */
    private static final int SEEN = 64;

    private static final int SIDE = 256;

    /** Pixels between the centers of the eyes in a picture of {@code size} pixels. */
    public double eyePixels(double coverage, int size) {
        var crop = new CropOptions(size, coverage, 0);
        return landmarks
                .through(FaceAligner.toFaceUnits(landmarks).then(crop.fromFaceUnits()))
                .eyeDistance();
    }

    /**
     * @param coverage 0.1 to 1
     */
    public BufferedImage draw(double coverage) {
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var crop = new CropOptions(256, coverage, 0);
        var face = FaceAligner.align(frame, toFaceUnits, crop);
        var seen = FaceAligner.align(frame, toFaceUnits, crop.withSize(SEEN)).picture();
        return Gallery.of()
                .withHeight(SIDE)
                .with("the square in the frame", Overlay.on(frame).square(face).draw())
                .with("coverage %.2f".formatted(coverage), face.picture())
                .with("%d pixels: eyes %.1f apart".formatted(SEEN, eyePixels(coverage, SEEN)), PixelView.of(seen, SIDE))
                .draw();
    }
}
