package doppel.train;

import doppel.extract.FaceRecord;
import doppel.provenance.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whose faces one side learned from, and which ones.
 *
 * @param alias of the person, as consent records have it
 * @param faces how many there were
 * @param sha256 of the faces' ids and of the hashes of their pictures and masks; another face, one more, or one
 *     that was rejected meanwhile changes it
 */
public record Person(String alias, int faces, String sha256) {

    static Person of(String alias, List<FaceRecord> faces) {
        var list = new StringBuilder();
        for (var face : faces) {
            list.append(face.id()).append(' ');
            list.append(face.aligned().sha256()).append(' ');
            list.append(face.mask().sha256()).append('\n');
        }
        var hash = Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8));
        return new Person(alias, faces.size(), hash);
    }
}
