package doppel.mask;

import doppel.align.CropOptions;
import doppel.compute.ModelFiles;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Makes the mask that is stored with a face: from the jaw to above the brows, only where a person is, and only where
 * the frame has pixels.
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Book: chapter 5, the mask, which the published code computes and then does not write.
 */
public final class FaceMasker implements AutoCloseable {

    private final PersonMasker person;

    private FaceMasker(PersonMasker person) {
        this.person = person;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static FaceMasker open(ModelFiles models) {
        return new FaceMasker(PersonMasker.open(models));
    }

    /**
     * @param landmarks in pixels of {@code frame}
     * @param toFaceUnits from pixels of {@code frame} to face units
     * @param crop that the mask is for
     * @return {@code size x size}
     */
    public Mask mask(BufferedImage frame, Landmarks landmarks, Similarity toFaceUnits, CropOptions crop) {
        var toCrop = toFaceUnits.then(crop.fromFaceUnits());
        return HullMask.of(landmarks.through(toCrop), crop.size())
                .and(person.mask(frame, toFaceUnits, crop))
                .and(inside(frame, toCrop, crop.size()));
    }

    @Override
    public void close() {
        person.close();
    }

    /** 1 where the crop shows the frame, 0 where it reaches beyond. */
    private static Mask inside(BufferedImage frame, Similarity toCrop, int size) {
        double right = frame.getWidth();
        double bottom = frame.getHeight();
        var corners = List.of(new Point(0, 0), new Point(right, 0), new Point(right, bottom), new Point(0, bottom));
        return Outline.hull(toCrop.apply(corners), size);
    }
}
