package doppel.clean;

import doppel.align.CropOptions;
import doppel.align.HeadPose;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import java.io.IOException;

/**
 * What can be measured of one face without asking anybody: a row of the {@link FaceTable}.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, "Preparing the training images".
 *
 * @param face its record
 * @param sourcePixels side of the aligned square in pixels of the frame: below the picture's own side, the face was
 *     enlarged and its detail is made up
 * @param sharpness fine detail per coarse detail inside the mask, see {@link Measure#SHARPNESS}; comparable between
 *     faces of one size
 * @param shape what the landmarks say
 * @param light how it is lit and colored
 */
public record FaceMeasures(FaceRecord face, double sourcePixels, double sharpness, FaceShape shape, FaceLight light) {

    /**
     * @throws IOException if the face's picture or mask cannot be read
     */
    static FaceMeasures of(FaceFolder folder, FaceRecord face) throws IOException {
        var picture = folder.picture(face);
        var mask = folder.mask(face);
        return new FaceMeasures(
                face,
                sourcePixels(face, folder.crop()),
                Sharpness.of(picture, mask),
                FaceShape.of(face.landmarks().through(face.toFaceUnits())),
                FaceLight.of(picture, mask));
    }

    public String id() {
        return face.id();
    }

    public HeadPose pose() {
        return face.pose();
    }

    private static double sourcePixels(FaceRecord face, CropOptions crop) {
        return crop.size() / face.toFaceUnits().then(crop.fromFaceUnits()).scale();
    }
}
