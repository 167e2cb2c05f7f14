package doppel.figure;

import doppel.clean.FaceTable;
import doppel.clean.IdentityClusters;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is in a folder: one dot a face, near each other if their identities are, in one color a person; some dots are faces.
 *
 * <p>A stranger is an island. Faces of one person lie together, sorted by pose and light within.
 *
 * <p>Book: chapter 4, "Preparing the training images", sorting by face.
 */
public final class IdentityMap {

    private static final List<Color> COLORS = List.of(Ink.A, Ink.B, Ink.GREEN, Ink.PURPLE);

    private IdentityMap() {}

    /**
     * @throws IllegalArgumentException if the table has no face
     * @throws IOException if a picture cannot be read
     */
    public static BufferedImage of(FaceTable table) throws IOException {
        if (table.rows().isEmpty()) {
            throw new IllegalArgumentException("a map needs a face: extract a clip that shows one");
        }
        var people = IdentityClusters.of(table);
        var dots = FaceDots.keepingShape(people.map());
        var sheet = FaceDots.paper();
        try (var brush = FaceDots.brush(sheet)) {
            legend(brush, people);
            for (int i = 0; i < people.map().size(); i++) {
                dots.dot(brush, i, color(people.cluster(i)));
            }
            for (var face : dots.shown(rarestFirst(people))) {
                var picture = table.folder().picture(people.faces().get(face));
                dots.face(brush, face, color(people.cluster(face)), picture);
            }
        }
        return sheet;
    }

    /** Those of the smallest clusters first, so that a stranger is seen. */
    private static List<Integer> rarestFirst(IdentityClusters people) {
        var sizes = people.clusters().stream().map(List::size).toList();
        return IntStream.range(0, people.map().size())
                .boxed()
                .sorted(Comparator.comparing(face -> people.cluster(face) < 0 ? 0 : sizes.get(people.cluster(face))))
                .toList();
    }

    private static void legend(Brush brush, IdentityClusters people) {
        var words = new ArrayList<String>();
        for (int i = 0; i < people.clusters().size(); i++) {
            words.add("person %d: %d".formatted(i + 1, people.clusters().get(i).size()));
        }
        for (int i = 0; i < words.size() && i < COLORS.size(); i++) {
            FaceDots.entry(brush, i, words.get(i), color(i));
        }
        if (!people.outliers().isEmpty()) {
            var outliers = "like no other: " + people.outliers().size();
            FaceDots.entry(brush, Math.min(words.size(), COLORS.size()), outliers, color(-1));
        }
    }

    private static Color color(int cluster) {
        return cluster < 0 ? Ink.TEXT : COLORS.get(cluster % COLORS.size());
    }
}
