package doppel.clean;

import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.extract.StoredPicture;
import doppel.provenance.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells whether the measures of a face still hold without opening its pictures.
 *
 * <p>It changes with the record, with the size or the time of change of both files, with the identity network, and with
 * the way that this Doppel measures.
 */
final class Fingerprint {

    /** Goes up by one when any measure comes out differently. */
    private static final int VERSION = 1;

    private final FaceFolder folder;
    private final String common;

    Fingerprint(FaceFolder folder) {
        this.folder = folder;
        this.common = VERSION + " " + network() + " " + folder.crop();
    }

    /** 64 hexadecimal digits. */
    String of(FaceRecord face) {
        var text = String.join(
                " ",
                common,
                face.aligned().sha256(),
                state(face.aligned()),
                face.mask().sha256(),
                state(face.mask()));
        var words = text.getBytes(StandardCharsets.UTF_8);
        var points = face.landmarks().points();
        var bytes = ByteBuffer.allocate(words.length + (6 + 2 * points.size()) * Double.BYTES)
                .put(words);
        bytes.putDouble(face.origin().width()).putDouble(face.origin().height());
        var move = face.toFaceUnits();
        bytes.putDouble(move.a()).putDouble(move.b()).putDouble(move.dx()).putDouble(move.dy());
        points.forEach(point -> bytes.putDouble(point.x()).putDouble(point.y()));
        return Sha256.of(bytes.array());
    }

    private String state(StoredPicture picture) {
        try {
            var file = Files.readAttributes(folder.file(picture), BasicFileAttributes.class);
            return file.size() + " " + file.lastModifiedTime().toMillis();
        } catch (IOException gone) {
            // measuring says what is wrong with it
            return "gone";
        }
    }

    private static String network() {
        return ModelFiles.list().stream()
                .filter(model -> model.name().equals("identity"))
                .map(ModelFiles.Entry::sha256)
                .findFirst()
                .orElseThrow();
    }
}
