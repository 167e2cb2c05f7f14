package doppel.figure;

import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws in the coordinates of one picture onto another that may be larger: places are multiplied, lines and letters keep
 * their size.
 */
final class Brush implements AutoCloseable {

    /** Behind light lines, so that they show on light skin too. */
    private static final Color SHADE = new Color(0, 0, 0, 150);

    private static final double HEAD = 6;

    private final BufferedImage canvas;
    private final Graphics2D pen;
    private final Similarity zoom;

    private Brush(BufferedImage canvas, Similarity zoom) {
        this.canvas = canvas;
        this.pen = canvas.createGraphics();
        this.zoom = zoom;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * @param canvas is drawn on
     * @param zoom from the places that are given to pixels of {@code canvas}
     */
    static Brush on(BufferedImage canvas, Similarity zoom) {
        return new Brush(canvas, zoom);
    }

    /** An empty sheet of paper, in its own pixels. */
    static BufferedImage paper(int width, int height) {
        var sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var pen = sheet.createGraphics();
        pen.setColor(Ink.PAPER);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return sheet;
    }

    void dot(Point at, Color color, double radius) {
        var place = zoom.apply(at);
        pen.setColor(SHADE);
        pen.fill(circle(place, radius + 1));
        pen.setColor(color);
        pen.fill(circle(place, radius));
    }

    void ring(Point at, Color color, double radius) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(1.5f));
        pen.draw(circle(zoom.apply(at), radius));
    }

    void line(Point from, Point to, Color color, double width) {
        var start = zoom.apply(from);
        var end = zoom.apply(to);
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Double(start.x(), start.y(), end.x(), end.y()));
    }

    /** A line with a head at its end, unless it is shorter than the head. */
    void arrow(Point from, Point to, Color color, double width) {
        line(from, to, color, width);
        var start = zoom.apply(from);
        var end = zoom.apply(to);
        var length = start.distanceTo(end);
        if (length > HEAD) {
            var along = end.minus(start).times(HEAD / length);
            var aside = new Point(-along.y(), along.x()).times(0.45);
            var foot = end.minus(along);
            pen.fill(closed(List.of(end.plus(along.times(0.3)), foot.plus(aside), foot.minus(aside))));
        }
    }

    /** A closed outline. */
    void outline(List<Point> corners, Color color, double width) {
        var path = closed(zoom.apply(corners));
        pen.setColor(SHADE);
        pen.setStroke(new BasicStroke((float) width + 1.5f));
        pen.draw(path);
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) width));
        pen.draw(path);
    }

    /** A closed outline of dashes. */
    void dashes(List<Point> corners, Color color, double width) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
        pen.draw(closed(zoom.apply(corners)));
    }

    void fill(List<Point> corners, Color color) {
        pen.setColor(color);
        pen.fill(closed(zoom.apply(corners)));
    }

    /** Letters on a plate, their lower left corner at a place, moved so that all of them are on the canvas. */
    void plate(String words, Point at, Color letters, int size) {
        if (words.isEmpty()) {
            return;
        }
        var place = zoom.apply(at);
        pen.setFont(Ink.font(size));
        var wide = pen.getFontMetrics().stringWidth(words) + 8.0;
        var high = size + 6.0;
        var x = Math.max(0, Math.min(place.x(), canvas.getWidth() - wide));
        var y = Math.max(0, Math.min(place.y() - high, canvas.getHeight() - high));
        pen.setColor(new Color(0, 0, 0, 190));
        pen.fill(new Rectangle2D.Double(x, y, wide, high));
        pen.setColor(letters);
        pen.drawString(words, (float) x + 4, (float) (y + high) - 4.5f);
    }

    /** Letters whose middle is at a place. */
    void letters(String words, Point middle, Color color, int size) {
        var place = zoom.apply(middle);
        pen.setFont(Ink.font(size));
        pen.setColor(color);
        var wide = pen.getFontMetrics().stringWidth(words);
        pen.drawString(words, (float) (place.x() - wide / 2.0), (float) (place.y() + size * 0.36));
    }

    /** The same with a dark edge, to be read on a picture. */
    void edgedLetters(String words, Point middle, Color color, int size) {
        var pixel = 1 / zoom.scale();
        for (var aside : List.of(new Point(-1, 0), new Point(1, 0), new Point(0, -1), new Point(0, 1))) {
            letters(words, middle.plus(aside.times(pixel)), SHADE, size);
        }
        letters(words, middle, color, size);
    }

    /** Letters that begin at a place, in the middle of their height. */
    void words(String words, Point start, Color color, int size) {
        var place = zoom.apply(start);
        pen.setFont(Ink.font(size));
        pen.setColor(color);
        pen.drawString(words, (float) place.x(), (float) (place.y() + size * 0.36));
    }

    /** A picture as it is, its upper left corner at a place. */
    void picture(BufferedImage picture, Point at) {
        var place = zoom.apply(at);
        pen.drawImage(picture, (int) Math.round(place.x()), (int) Math.round(place.y()), null);
    }

    /**
     * Colors what belongs to a mask.
     *
     * @param mask of the canvas's size
     * @param share of the color where the mask is 1
     */
    void tint(Mask mask, Color color, double share) {
        for (int y = 0; y < canvas.getHeight(); y++) {
            for (int x = 0; x < canvas.getWidth(); x++) {
                var part = share * mask.at(x, y);
                if (part > 0) {
                    canvas.setRGB(x, y, mixed(canvas.getRGB(x, y), color.getRGB(), part));
                }
            }
        }
    }

    int width() {
        return canvas.getWidth();
    }

    int height() {
        return canvas.getHeight();
    }

    Similarity zoom() {
        return zoom;
    }

    @Override
    public void close() {
        pen.dispose();
    }

    private static int mixed(int below, int above, double part) {
        var sum = 0xFF << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            var from = below >> shift & 255;
            var to = above >> shift & 255;
            sum |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return sum;
    }

    private static Ellipse2D circle(Point middle, double radius) {
        return new Ellipse2D.Double(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    }

    private static Path2D closed(List<Point> corners) {
        var path = new Path2D.Double();
        path.moveTo(corners.get(0).x(), corners.get(0).y());
        corners.forEach(corner -> path.lineTo(corner.x(), corner.y()));
        path.closePath();
        return path;
    }
}
