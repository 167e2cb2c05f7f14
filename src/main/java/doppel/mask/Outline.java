package doppel.mask;

import doppel.geometry.Point;
import doppel.image.Mask;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Fills outlines: a pixel that is partly inside gets that part.
 *
 * <p>Source: A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979.
 */
final class Outline {

    private Outline() {}

    /** 1 inside the smallest convex outline around {@code points}, 0 outside. */
    static Mask hull(List<Point> points, int size) {
        var path = new Path2D.Double();
        var corners = corners(points);
        path.moveTo(corners.get(0).x(), corners.get(0).y());
        corners.forEach(corner -> path.lineTo(corner.x(), corner.y()));
        path.closePath();
        // not a gray picture: Java blends those in linear light, and half a pixel would come out as 188
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fill(path);
        graphics.dispose();
        return blue(picture);
    }

    private static Mask blue(BufferedImage picture) {
        var pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        var bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return new Mask(picture.getWidth(), picture.getHeight(), bytes);
    }

    /** The corners of the hull in order: along one side from left to right, and back along the other. */
    private static List<Point> corners(List<Point> points) {
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        var corners = side(sorted);
        Collections.reverse(sorted);
        corners.addAll(side(sorted));
        return corners;
    }

    private static List<Point> side(List<Point> sorted) {
        var side = new ArrayList<Point>();
        for (var point : sorted) {
            while (side.size() > 1 && !turnsLeft(side.get(side.size() - 2), side.get(side.size() - 1), point)) {
                side.remove(side.size() - 1);
            }
            side.add(point);
        }
        return side;
    }

    private static boolean turnsLeft(Point a, Point b, Point c) {
        var first = b.minus(a);
        var second = c.minus(a);
        return first.x() * second.y() - first.y() * second.x() > 0;
    }
}
