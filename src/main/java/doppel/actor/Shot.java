package doppel.actor;

import doppel.geometry.Point;
import doppel.image.Mask;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of an actor with everything that is exactly known about it, because it is rendered.
 *
 * <p>Book: chapter 3, "Sourcing data".
 *
 * @param picture square, {@code TYPE_3BYTE_BGR}
 * @param parts the place in {@link Part} of what covers most of each pixel, row by row
 * @param face how much of each pixel belongs to the face that a swap replaces
 * @param landmarks 68 in pixels
 * @param dense 468 dense landmarks in pixels
 * @param moment pose, expression, gaze and light
 */
public record Shot(
        BufferedImage picture, byte[] parts, Mask face, List<Point> landmarks, List<Point> dense, Moment moment) {

    private static final int LANDMARKS = 68;
    private static final int DENSE = 468;

    /**
     * @throws IllegalArgumentException if parts, mask or landmarks do not fit the picture
     */
    public Shot {
        var width = picture.getWidth();
        var height = picture.getHeight();
        if (parts.length != width * height || face.width() != width || face.height() != height) {
            throw new IllegalArgumentException("a shot of %d x %d has %d parts and a mask of %d x %d: make all one size"
                    .formatted(width, height, parts.length, face.width(), face.height()));
        }
        if (landmarks.size() != LANDMARKS || dense.size() != DENSE) {
            throw new IllegalArgumentException(
                    "a shot has %d landmarks and %d dense ones, got %d and %d: give all of them"
                            .formatted(LANDMARKS, DENSE, landmarks.size(), dense.size()));
        }
        landmarks = List.copyOf(landmarks);
        dense = List.copyOf(dense);
    }

    /** The parts as a gray picture whose levels are places in {@link Part}. */
    Mask partPicture() {
        return new Mask(picture.getWidth(), picture.getHeight(), parts);
    }
}
