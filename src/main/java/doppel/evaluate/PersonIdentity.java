package doppel.evaluate;

import doppel.extract.FaceFolder;
import doppel.identity.Identity;
import doppel.identity.IdentityRecognizer;
import doppel.landmark.Landmarks;
import java.io.IOException;

/** The identity of a person: the mean of those of some faces, evenly taken. */
final class PersonIdentity {

    /** More faces change it in the third decimal. */
    private static final int FACES = 40;

    private PersonIdentity() {}

    /**
     * @throws IllegalArgumentException if the folder holds no face
     * @throws IOException if a picture is missing or damaged
     */
    static Identity of(FaceFolder folder, IdentityRecognizer recognizer) throws IOException {
        var faces = folder.faces();
        if (faces.isEmpty()) {
            throw new IllegalArgumentException(
                    folder.path() + " holds no face to compare with: extract the person's clip first");
        }
        var sum = new float[Identity.LENGTH];
        var count = Math.min(FACES, faces.size());
        for (int i = 0; i < count; i++) {
            var face = faces.get(i * faces.size() / count);
            var toPicture = face.toFaceUnits().then(folder.crop().fromFaceUnits());
            var landmarks = new Landmarks(toPicture.apply(face.landmarks().points()));
            var values = recognizer.of(folder.picture(face), landmarks).values();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += values[j];
            }
        }
        return new Identity(sum);
    }
}
