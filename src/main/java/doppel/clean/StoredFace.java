package doppel.clean;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.StoredPicture;
import doppel.image.DamagedPictureException;
import doppel.image.Mask;
import doppel.provenance.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * The two pictures of a face, read with distrust: whole, of the folder's size, and those that were extracted.
 *
 * @param picture aligned
 * @param mask of the same size
 */
record StoredFace(BufferedImage picture, Mask mask) {

    /**
     * @throws DamagedPictureException if one of them is not what it should be; one sentence says why
     * @throws IOException if a file is missing, leads out of the folder or cannot be read
     */
    static StoredFace read(FaceFolder folder, FaceRecord face) throws IOException {
        var side = folder.crop().size();
        var picture = folder.picture(face);
        requireSide(face.aligned(), picture.getWidth(), picture.getHeight(), side);
        var mask = folder.mask(face);
        requireSide(face.mask(), mask.width(), mask.height(), side);
        requireRecorded(folder, face.aligned());
        requireRecorded(folder, face.mask());
        return new StoredFace(picture, mask);
    }

    private static void requireSide(StoredPicture stored, int width, int height, int side) throws IOException {
        if (width != side || height != side) {
            throw new DamagedPictureException(
                    "%s has %d x %d pixels and the folder's pictures have %d x %d: leave it out"
                            .formatted(stored.path(), width, height, side, side));
        }
    }

    private static void requireRecorded(FaceFolder folder, StoredPicture stored) throws IOException {
        if (!Sha256.of(folder.file(stored)).equals(stored.sha256())) {
            throw new DamagedPictureException(
                    "%s was changed after it was extracted (its SHA-256 is not the record's): put it back or leave it out"
                            .formatted(stored.path()));
        }
    }
}
