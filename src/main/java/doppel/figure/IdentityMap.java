package doppel.figure;

import doppel.clean.FaceTable;
import doppel.clean.IdentityClusters;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Warp;
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
    private static final int HEIGHT = 520;
    private static final int HEAD = 30;
    private static final int SIDE = 56;
    private static final int FRAME = 3;
    private static final double DOT = 3.5;
    private static final int LETTERS = 14;

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
        var sheet = Brush.paper(Gallery.PAGE, HEIGHT);
        var places = onSheet(people.map());
        try (var brush = Brush.on(sheet, Similarity.identity())) {
            legend(brush, people);
            for (int i = 0; i < places.size(); i++) {
                brush.dot(places.get(i), color(people.cluster(i)), DOT);
            }
            for (var face : shown(people, places)) {
                var corner = places.get(face).minus(new Point(SIDE / 2.0, SIDE / 2.0));
                brush.fill(square(places.get(face), SIDE / 2.0 + FRAME), color(people.cluster(face)));
                var picture = table.folder().picture(people.faces().get(face));
                brush.picture(Warp.resize(picture, SIDE, SIDE), corner);
            }
        }
        return sheet;
    }

    /** Faces with room for their picture, those of the smallest clusters first, so that a stranger is seen. */
    private static List<Integer> shown(IdentityClusters people, List<Point> places) {
        var sizes = people.clusters().stream().map(List::size).toList();
        var rarestFirst = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparing(face -> people.cluster(face) < 0 ? 0 : sizes.get(people.cluster(face))))
                .toList();
        var shown = new ArrayList<Integer>();
        for (var face : rarestFirst) {
            if (shown.stream().allMatch(other -> apart(places.get(face), places.get(other)))) {
                shown.add(face);
            }
        }
        return shown;
    }

    private static boolean apart(Point one, Point other) {
        var way = one.minus(other);
        return Math.max(Math.abs(way.x()), Math.abs(way.y())) > 1.6 * SIDE;
    }

    /** As large as the sheet is, the same scale both ways. */
    private static List<Point> onSheet(List<Point> points) {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        var room = new Point(Gallery.PAGE - SIDE - 4 * FRAME, HEIGHT - HEAD - SIDE - 4 * FRAME);
        var scale = Math.min(
                room.x() / Math.max(1e-6, x.getMax() - x.getMin()), room.y() / Math.max(1e-6, y.getMax() - y.getMin()));
        var from = new Point((x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2);
        var to = new Point(Gallery.PAGE / 2.0, (HEIGHT + HEAD) / 2.0);
        return points.stream()
                .map(point -> point.minus(from).times(scale).plus(to))
                .toList();
    }

    private static void legend(Brush brush, IdentityClusters people) {
        var words = new ArrayList<String>();
        for (int i = 0; i < people.clusters().size(); i++) {
            words.add("person %d: %d".formatted(i + 1, people.clusters().get(i).size()));
        }
        for (int i = 0; i < words.size() && i < COLORS.size(); i++) {
            entry(brush, i, words.get(i), color(i));
        }
        if (!people.outliers().isEmpty()) {
            var outliers = "like no other: " + people.outliers().size();
            entry(brush, Math.min(words.size(), COLORS.size()), outliers, color(-1));
        }
    }

    private static void entry(Brush brush, int place, String words, Color color) {
        var start = new Point(14 + 170.0 * place, HEAD / 2.0);
        brush.dot(start, color, DOT + 1);
        brush.words(words, start.plus(new Point(12, 0)), Ink.TEXT, LETTERS);
    }

    private static Color color(int cluster) {
        return cluster < 0 ? Ink.TEXT : COLORS.get(cluster % COLORS.size());
    }

    private static List<Point> square(Point middle, double half) {
        return List.of(
                middle.plus(new Point(-half, -half)),
                middle.plus(new Point(half, -half)),
                middle.plus(new Point(half, half)),
                middle.plus(new Point(-half, half)));
    }
}
