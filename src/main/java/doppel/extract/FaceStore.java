package doppel.extract;

import doppel.image.PictureFile;
import doppel.media.Frame;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the pictures of found faces into a face folder and says so in records.
 *
 * <p>Serves several threads: each face has files of its own.
 *
 * @param folder to write to
 */
record FaceStore(FolderLayout folder) {

    FrameFaces put(Frame frame, List<FoundFace> faces) throws IOException {
        var records = new ArrayList<FaceRecord>();
        for (var face : faces) {
            records.add(put(frame, "%06d-%d".formatted(frame.number(), records.size()), face));
        }
        return new FrameFaces(new FrameRecord(frame.number(), frame.seconds(), records.size(), ""), records);
    }

    FaceRecord put(Frame frame, String id, FoundFace face) throws IOException {
        var aligned = folder.root().resolve(folder.aligned(id));
        var mask = folder.root().resolve(folder.mask(id));
        PictureFile.write(face.aligned().picture(), aligned);
        PictureFile.write(face.mask(), mask);
        return new FaceRecord(
                FaceRecord.VERSION,
                id,
                new FaceRecord.Origin(
                        frame.number(),
                        frame.seconds(),
                        frame.picture().getWidth(),
                        frame.picture().getHeight()),
                face.detected(),
                face.landmarks(),
                face.toFaceUnits(),
                face.pose(),
                new StoredPicture(folder.aligned(id), Sha256.of(aligned)),
                new StoredPicture(folder.mask(id), Sha256.of(mask)));
    }
}
