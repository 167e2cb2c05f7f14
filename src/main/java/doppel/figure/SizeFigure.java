package doppel.figure;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;

/**
 * Why a face is kept in face units: a matrix that was made for 256 pixels cuts a corner out of the face at any other
 * size.
 *
 * <p>Book: chapter 5, the matrix in {@code face_alignments.json}; chapter 7, where it is read again.
 */
public final class SizeFigure {

    private static final int SIDE = 180;

    private SizeFigure() {}

    /**
     * @param landmarks in pixels of {@code frame}
     * @param size other than 256, to cut the face at
     */
    public static BufferedImage draw(BufferedImage frame, Landmarks landmarks, int size) {
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        var crop = CropOptions.stored();
        var fixed = toFaceUnits.then(crop.fromFaceUnits());
        return Gallery.of()
                .withHeight(SIDE)
                .with("256 pixels", FaceAligner.align(frame, toFaceUnits, crop).picture())
                .with(size + " with the matrix for 256", Warp.picture(frame, fixed, size, size, Warp.Outside.EDGE))
                .with(
                        size + " from face units",
                        FaceAligner.align(frame, toFaceUnits, crop.withSize(size))
                                .picture())
                .draw();
    }
}
