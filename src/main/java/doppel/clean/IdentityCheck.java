package doppel.clean;

import doppel.compute.ModelFiles;
import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.identity.Identity;
import doppel.identity.IdentityRecognizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether all faces of a folder are one person: each is compared with the mean of all.
 *
 * <p>A clip of one person often shows others in the background, and posters and bystanders are faces too. Learned along,
 * they show through in every swap.
 *
 * <p>Book: chapter 4, "Preparing the training images", sorting by face.
 *
 * @param likenesses in the order of the clip
 */
public record IdentityCheck(List<Likeness> likenesses) {

    /**
     * How alike one face is to the folder's mean identity.
     *
     * @param cosine -1 to 1
     */
    public record Likeness(FaceRecord face, double cosine) {}

    public IdentityCheck {
        likenesses = List.copyOf(likenesses);
    }

    /**
     * @param everyNth look at one face in this many, 1 or more
     * @throws IOException if a picture cannot be read
     * @throws IllegalStateException if the model is missing; says what to do
     */
    public static IdentityCheck of(FaceFolder folder, ModelFiles models, int everyNth) throws IOException {
        if (everyNth < 1) {
            throw new IllegalArgumentException("everyNth must be 1 or more, got " + everyNth + "; try 10");
        }
        var faces = new ArrayList<FaceRecord>();
        var identities = new ArrayList<Identity>();
        try (var recognizer = IdentityRecognizer.open(models)) {
            for (int i = 0; i < folder.faces().size(); i += everyNth) {
                var face = folder.faces().get(i);
                var toPicture = face.toFaceUnits().then(folder.crop().fromFaceUnits());
                faces.add(face);
                identities.add(
                        recognizer.of(folder.picture(face), face.landmarks().through(toPicture)));
            }
        }
        return of(faces, identities);
    }

    /** Compares identities that are known. */
    static IdentityCheck of(List<FaceRecord> faces, List<Identity> identities) {
        var mean = mean(identities);
        var likenesses = new ArrayList<Likeness>();
        for (int i = 0; i < faces.size(); i++) {
            likenesses.add(new Likeness(faces.get(i), identities.get(i).cosine(mean)));
        }
        return new IdentityCheck(likenesses);
    }

    public double[] cosines() {
        return likenesses.stream().mapToDouble(Likeness::cosine).toArray();
    }

    /** The faces that are least like the mean, the least first. */
    public List<Likeness> least(int count) {
        return likenesses.stream()
                .sorted(Comparator.comparingDouble(Likeness::cosine))
                .limit(count)
                .toList();
    }

    /** The faces that are probably somebody else, the least alike first. */
    public List<FaceRecord> below(double cosine) {
        return least(likenesses.size()).stream()
                .filter(likeness -> likeness.cosine() < cosine)
                .map(Likeness::face)
                .toList();
    }

    private static Identity mean(List<Identity> identities) {
        var sum = new float[Identity.LENGTH];
        for (var identity : identities) {
            var values = identity.values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        return new Identity(sum);
    }
}
