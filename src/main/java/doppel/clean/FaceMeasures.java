package doppel.clean;

import doppel.align.CropOptions;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.identity.Identity;
import doppel.identity.IdentityRecognizer;
import doppel.image.DamagedPictureException;
import doppel.image.Mask;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * What can be measured of one face without asking anybody: a row of the {@link FaceTable}.
 *
 * <p>Book: chapter 3, "Understanding the value of variety"; chapter 4, "Preparing the training images".
 *
 * @param sourcePixels side of the aligned square in pixels of the frame: below the picture's own side, the face was
 *     enlarged and its detail is made up
 * @param focus how sharp it is
 * @param shape what the landmarks say
 * @param light how it is lit and colored
 * @param exposure what is black or blown out
 * @param hues its mean color in other terms
 * @param inFrame share of the face's hull that lies inside the frame, 0 to 1
 * @param look the face in little
 * @param identity who it is
 */
public record FaceMeasures(
        double sourcePixels,
        Focus focus,
        FaceShape shape,
        FaceLight light,
        Exposure exposure,
        Hues hues,
        double inFrame,
        FaceLook look,
        Identity identity) {

    /**
     * @throws DamagedPictureException if the face's picture, mask or record is broken
     * @throws IOException if a file cannot be read
     */
    static FaceMeasures of(FaceFolder folder, FaceRecord face, IdentityRecognizer recognizer) throws IOException {
        var stored = StoredFace.read(folder, face);
        try {
            return of(stored.picture(), stored.mask(), folder.crop(), face, recognizer);
        } catch (IllegalArgumentException broken) {
            // only the record is left to blame: points that coincide, or are no numbers
            throw new DamagedPictureException("the record of face %s is broken (%s): leave the face out"
                    .formatted(face.id(), broken.getMessage()));
        }
    }

    private static FaceMeasures of(
            BufferedImage picture, Mask mask, CropOptions crop, FaceRecord face, IdentityRecognizer recognizer) {
        var toPicture = face.toFaceUnits().then(crop.fromFaceUnits());
        return new FaceMeasures(
                crop.size() / toPicture.scale(),
                Focus.of(picture, mask),
                FaceShape.of(face.landmarks().through(face.toFaceUnits())),
                FaceLight.of(picture, mask),
                Exposure.of(picture, mask),
                Hues.of(picture, mask),
                Framing.share(face.landmarks(), face.origin()),
                FaceLook.of(picture, mask, crop.fromFaceUnits()),
                recognizer.of(picture, face.landmarks().through(toPicture)));
    }
}
