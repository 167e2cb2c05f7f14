package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Faces that show what another face shows already.
 *
 * <p>A clip has 25 pictures a second, and a person who listens moves little: hundreds of faces of one look make the
 * network learn that look, and the others less. Two faces are compared as small pictures, {@value FaceLook#SIDE} pixels
 * a side, after the alignment has taken out where they are.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class NearDuplicates {

    private final FaceTable table;

    private NearDuplicates(FaceTable table) {
        this.table = table;
    }

    /** The near duplicates of a table; their {@code novelty} is in it. */
    public static NearDuplicates of(FaceTable table) {
        return new NearDuplicates(table);
    }

    /** In the order of the clip. */
    public List<FaceRecord> faces() {
        return table.faces();
    }

    /** The difference of each face to the one before it, in gray values of 255; 0 for the first. */
    public double[] steps() {
        var distance = new LookDistance(
                table.rows().stream().map(row -> row.own().look()).toList());
        var steps = new double[distance.count()];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = distance.between(i, i - 1);
        }
        return steps;
    }

    /**
     * A thinned set: each face differs from every other one in it, and whichever is left out looks like one of them.
     *
     * @param limit least mean difference, gray values of 255; below 1 only noise goes, above 10 variety goes too
     */
    public List<FaceRecord> distinct(double limit) {
        return table.rows().stream()
                .filter(row -> row.novelty() >= limit)
                .map(FaceRow::face)
                .toList();
    }

    /** The faces that {@link #distinct} leaves out. */
    public List<FaceRecord> repeated(double limit) {
        var repeated = new ArrayList<>(faces());
        repeated.removeAll(distinct(limit));
        return List.copyOf(repeated);
    }
}
