package doppel.extract;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.align.HeadPose;
import doppel.compute.ModelFiles;
import doppel.detect.DetectedFace;
import doppel.landmark.Landmarks;
import doppel.mask.FaceMasker;
import java.awt.image.BufferedImage;

/**
 * The last two of the four steps, for a face whose landmarks are known: align and mask.
 *
 * <p>Serves one thread at a time; each worker opens its own.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code".
 */
public final class FaceCutter implements AutoCloseable {

    private final CropOptions crop;
    private final FaceMasker masker;

    private FaceCutter(CropOptions crop, FaceMasker masker) {
        this.crop = crop;
        this.masker = masker;
    }

    /**
     * @throws IllegalStateException if the model file is missing or wrong; says what to do
     */
    public static FaceCutter open(ModelFiles models, CropOptions crop) {
        return new FaceCutter(crop, FaceMasker.open(models));
    }

    /**
     * @param landmarks in pixels of {@code frame}
     */
    public FoundFace cut(BufferedImage frame, DetectedFace detected, Landmarks landmarks, HeadPose pose) {
        var toFaceUnits = FaceAligner.toFaceUnits(landmarks);
        return new FoundFace(
                detected,
                landmarks,
                toFaceUnits,
                pose,
                FaceAligner.align(frame, toFaceUnits, crop),
                masker.mask(frame, landmarks, toFaceUnits, crop));
    }

    @Override
    public void close() {
        masker.close();
    }
}
