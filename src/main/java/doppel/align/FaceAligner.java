package doppel.align;

import doppel.geometry.MeanFace;
import doppel.geometry.Similarity;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;

/**
 * Brings a face to where the mean face is.
 *
 * <ol>
 *   <li>Fit the similarity that carries the 51 inner landmarks closest to the mean face.
 *   <li>From face units, derive the crop of the wanted size.
 *   <li>Cut it out of the frame.
 * </ol>
 *
 * <p>Book: chapter 5, the aligner. Source: S. Umeyama, 1991.
 */
public final class FaceAligner {

    private FaceAligner() {}

    /**
     * From the landmarks' pixels to face units.
     *
     * @throws IllegalArgumentException if all landmarks coincide
     */
    public static Similarity toFaceUnits(Landmarks landmarks) {
        return Similarity.fit(landmarks.inner(), MeanFace.inner());
    }

    /**
     * The square picture of one face. Where the square reaches beyond the frame, the frame's edge is repeated: black
     * would teach the network a border that is not there.
     *
     * @param toFaceUnits from pixels of {@code frame} to face units
     */
    public static AlignedFace align(BufferedImage frame, Similarity toFaceUnits, CropOptions crop) {
        var toCrop = toFaceUnits.then(crop.fromFaceUnits());
        return new AlignedFace(Warp.picture(frame, toCrop, crop.size(), crop.size(), Warp.Outside.EDGE), toCrop);
    }
}
