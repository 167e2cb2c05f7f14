package doppel.figure;

import doppel.dataset.AugmentedFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.NumberGrid;
import doppel.image.Warp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Faces on their way into training, a row each: as extracted, moved and recolored, bent, and what counts.
 *
 * <p>The bent net on the target and the straight one on the input have the same crossings: what lies on a crossing left
 * is found on the same crossing right. A face that is bent to the landmarks of another has dots on them instead.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loading of the images; the book's own loader only flips.
 */
public final class WarpGallery {

    private static final int SIDE = 176;
    private static final int POINTS = 5;

    /** With the usual emphasis; a stronger one has the darkest color too. */
    private static final double MOST_WEIGHT = 4;

    private static final Color NET = Ink.YELLOW;

    private WarpGallery() {}

    public static Gallery of(AugmentedFace... faces) {
        return of(List.of(faces));
    }

    public static Gallery of(List<AugmentedFace> faces) {
        var gallery = Gallery.of().withColumns(4).withHeight(SIDE);
        for (var face : faces) {
            var times = Math.max(1, SIDE / face.weights().width());
            gallery = gallery.with("as extracted", large(face.original()))
                    .with("target: what to draw", target(face))
                    .with("input: what is seen", input(face))
                    .with("how much it counts", Shades.enlarged(heat(face.weights()), times));
        }
        return gallery;
    }

    /** A face, enlarged, with dots at these points of it. */
    static BufferedImage dotted(BufferedImage face, List<Point> points, Color color) {
        var canvas = large(face);
        try (var brush = Brush.on(canvas, Similarity.scaling((double) SIDE / face.getWidth()))) {
            points.forEach(point -> brush.dot(point, color, 2));
        }
        return canvas;
    }

    private static BufferedImage target(AugmentedFace face) {
        return face.match()
                .map(match -> dotted(face.target(), match.from(), NET))
                .orElseGet(() -> netted(face.target(), face.net()));
    }

    private static BufferedImage input(AugmentedFace face) {
        return face.match()
                .map(match -> dotted(face.input(), match.to(), NET))
                .orElseGet(() -> netted(face.input(), straight(face.input())));
    }

    private static BufferedImage heat(NumberGrid weights) {
        return Shades.heat(weights, Math.max(MOST_WEIGHT, weights.most()));
    }

    private static BufferedImage large(BufferedImage face) {
        return Warp.resize(face, SIDE, SIDE);
    }

    private static BufferedImage netted(BufferedImage face, List<Point> net) {
        var canvas = large(face);
        try (var brush = Brush.on(canvas, Similarity.scaling((double) SIDE / face.getWidth()))) {
            for (int i = 0; i < POINTS * POINTS; i++) {
                if (i % POINTS < POINTS - 1) {
                    brush.line(net.get(i), net.get(i + 1), NET, 1.2);
                }
                if (i / POINTS < POINTS - 1) {
                    brush.line(net.get(i), net.get(i + POINTS), NET, 1.2);
                }
            }
            net.forEach(crossing -> brush.dot(crossing, NET, 2.5));
        }
        return canvas;
    }

    private static List<Point> straight(BufferedImage face) {
        var spacing = face.getWidth() / (POINTS - 1.0);
        return IntStream.range(0, POINTS * POINTS)
                .mapToObj(i -> new Point(spacing * (i % POINTS), spacing * (i / POINTS)))
                .toList();
    }
}
