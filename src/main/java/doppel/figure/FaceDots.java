package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Faces as dots on a sheet, each in the color of its group; some dots are the faces themselves.
 *
 * @param places of the dots on the sheet, in its pixels
 */
record FaceDots(List<Point> places) {

    private static final int HEIGHT = 520;
    private static final int HEAD = 30;
    private static final int SIDE = 56;
    private static final int FRAME = 3;
    private static final double DOT = 3.5;
    private static final int LETTERS = 14;
    private static final int ENTRY = 170;
    private static final Point ROOM = new Point(Gallery.PAGE - SIDE - 4 * FRAME, HEIGHT - HEAD - SIDE - 4 * FRAME);

    FaceDots {
        places = List.copyOf(places);
    }

    /** As large as the sheet is, the same scale both ways. */
    static FaceDots keepingShape(List<Point> points) {
        var room = scales(points);
        var scale = Math.min(room.x(), room.y());
        return scaled(points, new Point(scale, scale));
    }

    /** As large as the sheet is, each way by itself. */
    static FaceDots filling(List<Point> points) {
        return scaled(points, scales(points));
    }

    static BufferedImage paper() {
        return Brush.paper(Gallery.PAGE, HEIGHT);
    }

    static Brush brush(BufferedImage paper) {
        return Brush.on(paper, Similarity.identity());
    }

    /** Those of {@code wanted} that have room for their picture; who comes first has it. */
    List<Integer> shown(List<Integer> wanted) {
        var shown = new ArrayList<Integer>();
        for (var face : wanted) {
            if (shown.stream().allMatch(other -> apart(places.get(face), places.get(other)))) {
                shown.add(face);
            }
        }
        return shown;
    }

    void dot(Brush brush, int face, Color color) {
        brush.dot(places.get(face), color, DOT);
    }

    void face(Brush brush, int face, Color color, BufferedImage picture) {
        var middle = places.get(face);
        brush.fill(square(middle, SIDE / 2.0 + FRAME), color);
        brush.picture(Warp.resize(Mats.bgr(picture), SIDE, SIDE), middle.minus(new Point(SIDE / 2.0, SIDE / 2.0)));
    }

    /** A line of the legend, which stands above the map from left to right. */
    static void entry(Brush brush, int place, String words, Color color) {
        var start = new Point(14 + (double) ENTRY * place, HEAD / 2.0);
        brush.dot(start, color, DOT + 1);
        brush.words(words, start.plus(new Point(12, 0)), Ink.TEXT, LETTERS);
    }

    private static boolean apart(Point one, Point other) {
        var way = one.minus(other);
        return Math.max(Math.abs(way.x()), Math.abs(way.y())) > 1.6 * SIDE;
    }

    /** How many pixels a unit may have to the right, and down. */
    private static Point scales(List<Point> points) {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        return new Point(
                ROOM.x() / Math.max(1e-6, x.getMax() - x.getMin()), ROOM.y() / Math.max(1e-6, y.getMax() - y.getMin()));
    }

    private static FaceDots scaled(List<Point> points, Point scales) {
        var x = points.stream().mapToDouble(Point::x).summaryStatistics();
        var y = points.stream().mapToDouble(Point::y).summaryStatistics();
        var from = new Point((x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2);
        var to = new Point(Gallery.PAGE / 2.0, (HEIGHT + HEAD) / 2.0);
        return new FaceDots(points.stream()
                .map(point -> point.minus(from))
                .map(way -> to.plus(new Point(scales.x() * way.x(), scales.y() * way.y())))
                .toList());
    }

    private static List<Point> square(Point middle, double half) {
        return List.of(
                middle.plus(new Point(-half, -half)),
                middle.plus(new Point(half, -half)),
                middle.plus(new Point(half, half)),
                middle.plus(new Point(-half, half)));
    }
}
