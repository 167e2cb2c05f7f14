package doppel.figure;

import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mats;
import doppel.image.Warp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/**
 * What happens to a box on the right of a wide frame when its right edge is cut at the frame's <em>height</em>, as in the
 * book's extractor, whose box is four bare numbers.
 *
 * <p>Book: chapter 5, the clamp after the detector.
 *
 * @param frame wider than high
 * @param box of a face in it
 */
public record ClampFigure(BufferedImage frame, Box box) {

    private static final int SIDE = 640;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final double WIDE_FACE = 300;

    /**
     * A frame of 1920 x 1080 that is empty but for a person.
     *
     * @param small frame that shows the person
     * @param face box of the face in it
     * @param x where the face's box begins in the wide frame; there it is 300 pixels wide
     */
    public static ClampFigure wide(BufferedImage small, Box face, double x) {
        var scale = WIDE_FACE / face.width();
        var y = HEIGHT - (small.getHeight() - face.y()) * scale;
        var wide = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = wide.createGraphics();
        pen.setColor(new Color(small.getRGB(0, 0)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        var side = (int) Math.round(small.getWidth() * scale);
        var large = Warp.resize(Mats.bgr(small), side, (int) Math.round(small.getHeight() * scale));
        pen.drawImage(large, (int) Math.round(x - face.x() * scale), (int) Math.round(y - face.y() * scale), null);
        pen.dispose();
        return new ClampFigure(wide, new Box(x, y, WIDE_FACE, face.height() * scale));
    }

    /** Width of the box after its right edge was cut at the frame's height: negative where the face is lost. */
    public double cutWidth() {
        return cutWidth(box, frame.getHeight());
    }

    /** The share of a box's width that is left, by where the box begins. */
    public XYChart chart() {
        var starts = IntStream.rangeClosed(0, (int) (frame.getWidth() - box.width()))
                .asDoubleStream()
                .toArray();
        var left = new double[starts.length];
        var right = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            var moved = new Box(starts[i], box.y(), box.width(), box.height());
            left[i] = 100 * Math.max(0, cutWidth(moved, frame.getHeight())) / box.width();
            right[i] = 100 * moved.clampTo(frame.getWidth(), frame.getHeight()).width() / box.width();
        }
        var chart = Charts.xy("left edge of the face, pixels", "what is left of its width, %");
        Charts.line(chart, "cut at the width", Ink.GREEN, starts, right);
        Charts.line(chart, "cut at the height", Ink.B, starts, left);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(130.0).setXAxisMin(0.0).setXAxisMax(1800.0);
        chart.getStyler().setXAxisDecimalPattern("0");
        return chart;
    }

    public BufferedImage draw() {
        var small = Similarity.scaling((double) SIDE / frame.getWidth());
        var high = (int) Math.round(frame.getHeight() * small.scale());
        var picture = Warp.resize(Mats.bgr(frame), SIDE, high);
        try (var brush = Brush.on(picture, small)) {
            var wall = frame.getHeight();
            brush.line(new Point(wall, 0), new Point(wall, wall), Ink.B, 2);
            brush.plate("x = " + wall + ", the frame's height", new Point(wall - 360, 90), Ink.YELLOW, 13);
        }
        var drawn = Overlay.on(picture)
                .box(
                        new Box(
                                box.x() * small.scale(),
                                box.y() * small.scale(),
                                box.width() * small.scale(),
                                box.height() * small.scale()),
                        "%.0f wide".formatted(box.width()))
                .draw();
        return Caption.below(
                drawn,
                "right edge min(%.0f, %d) minus left edge %.0f: %.0f pixels wide"
                        .formatted(box.right(), frame.getHeight(), box.x(), cutWidth()));
    }

    private static double cutWidth(Box box, int height) {
        return Math.min(box.right(), height) - box.x();
    }
}
