package doppel.clean;

import doppel.extract.FaceFolder;
import doppel.extract.FaceRecord;
import doppel.provenance.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Compares the faces of a folder with each other; what was compared before is read. */
final class Standings {

    /** Goes up by one when any comparison comes out differently. */
    private static final int VERSION = 3;

    private Standings() {}

    /**
     * @param faces that can be used
     * @param measured of these faces, in the same order
     */
    static List<Standing> of(
            FaceFolder folder, List<FaceRecord> faces, List<MeasuredFace> measured, MeasureCache cache) {
        var key = key(folder, faces, measured);
        var kept = cache.standings(key).filter(standings -> standings.size() == faces.size());
        if (kept.isPresent()) {
            return kept.get();
        }
        var own = measured.stream().map(face -> face.measures().orElseThrow()).toList();
        var standings = compare(folder, faces, own);
        cache.keep(key, standings);
        return standings;
    }

    private static List<Standing> compare(FaceFolder folder, List<FaceRecord> faces, List<FaceMeasures> own) {
        if (faces.isEmpty()) {
            return List.of();
        }
        var clusters = IdentityClusters.of(
                faces, own.stream().map(FaceMeasures::identity).toList());
        var looks = own.stream().map(FaceMeasures::look).toList();
        var person = new boolean[faces.size()];
        var likeness = new double[faces.size()];
        for (int i = 0; i < person.length; i++) {
            person[i] = clusters.cluster(i) == 0;
            likeness[i] = clusters.likeness(i);
        }
        var novelty = Novelty.of(looks);
        var jumps = Jumps.of(faces, folder.source().options().everyNth());
        var covered = Covering.of(faces, looks, person, likeness);
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < faces.size(); i++) {
            standings.add(new Standing(clusters.likeness(i), clusters.cluster(i), novelty[i], jumps[i], covered[i]));
        }
        return List.copyOf(standings);
    }

    private static String key(FaceFolder folder, List<FaceRecord> faces, List<MeasuredFace> measured) {
        var text = new StringBuilder(
                "%d %d".formatted(VERSION, folder.source().options().everyNth()));
        for (int i = 0; i < faces.size(); i++) {
            text.append(' ')
                    .append(faces.get(i).id())
                    .append(' ')
                    .append(faces.get(i).frame());
            text.append(' ')
                    .append(faces.get(i).box())
                    .append(' ')
                    .append(measured.get(i).fingerprint());
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
