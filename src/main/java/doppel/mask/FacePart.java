package doppel.mask;

import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.util.List;
import java.util.function.Function;

/**
 * A part of the face, as a mask.
 *
 * <p>Eyes and mouth are small and carry the expression, so whoever looks at a mask wants to see them apart.
 *
 * <p>Book: chapter 6, the loss; chapter 8, kinds of masks.
 */
public enum FacePart {
    /** both eyes with their lids */
    EYES(face -> List.of(face.rightEye(), face.leftEye())),
    /** both brows */
    BROWS(face -> List.of(face.rightBrow(), face.leftBrow())),
    /** bridge and nostrils */
    NOSE(face -> List.of(face.nose())),
    /** the lips and what is between them */
    MOUTH(face -> List.of(face.mouth())),
    /** everything below the brows */
    JAW(face -> List.of(face.jaw()));

    private final Function<Landmarks, List<List<Point>>> outlines;

    FacePart(Function<Landmarks, List<List<Point>>> outlines) {
        this.outlines = outlines;
    }

    /**
     * @param landmarks in pixels of the crop
     * @param size of the crop
     * @return {@code size x size}: 1 inside the part's hull, 0 outside, one soft pixel between
     */
    public Mask mask(Landmarks landmarks, int size) {
        return outlines.apply(landmarks).stream()
                .map(outline -> Outline.hull(outline, size))
                .reduce(Mask::or)
                .orElseThrow();
    }
}
