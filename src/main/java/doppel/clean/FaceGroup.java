package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.List;

/**
 * Faces of a folder that belong together.
 *
 * @param label what they have in common, such as {@code 0.2 to 0.4}
 * @param faces in the order of the clip, at least one
 */
public record FaceGroup(String label, List<FaceRecord> faces) {

    public FaceGroup {
        faces = List.copyOf(faces);
    }
}
