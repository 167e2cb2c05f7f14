package doppel.dataset;

import doppel.align.CropOptions;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.image.Mask;
import doppel.landmark.Landmarks;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Drawn faces of 256 pixels, cut like stored ones, whose mask and landmarks are known. */
final class SketchedFaces {

    static final CropOptions STORED = CropOptions.stored();

    private SketchedFaces() {}

    /** Smooth skin of this color with a dark right eye, so that left and right differ. */
    static BufferedImage picture(Color skin) {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, skin.darker(), 256, 256, skin.brighter()));
        graphics.fillRect(0, 0, 256, 256);
        graphics.setColor(Color.BLACK);
        graphics.fill(new Ellipse2D.Double(86, 88, 20, 14));
        graphics.setColor(new Color(160, 60, 60));
        graphics.fill(new Ellipse2D.Double(104, 152, 48, 24));
        graphics.dispose();
        return picture;
    }

    /** Every pixel says where it is: red how far right, green how far down, in pixels. */
    static BufferedImage places() {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < STORED.size() * STORED.size(); i++) {
            var x = i % STORED.size();
            var y = i / STORED.size();
            picture.setRGB(x, y, x << 16 | y << 8);
        }
        return picture;
    }

    /** Every pixel for itself. */
    static BufferedImage noise(long seed) {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_3BYTE_BGR);
        new Random(seed).nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return picture;
    }

    /** An oval in the middle of the stored face. */
    static Mask oval() {
        var picture = new BufferedImage(STORED.size(), STORED.size(), BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(new Ellipse2D.Double(68, 58, 120, 145));
        graphics.dispose();
        return Mask.of(picture);
    }

    static Mask full() {
        return Mask.filled(STORED.size(), STORED.size(), 1);
    }

    /** Eyes and mouth where the sketch has them; all other points in the middle. */
    static Landmarks landmarks() {
        var points = new ArrayList<>(Collections.nCopies(Landmarks.COUNT, new Point(128, 128)));
        outline(points, 36, 6, new Point(96, 95), 10, 7);
        outline(points, 42, 6, new Point(160, 95), 10, 7);
        outline(points, 48, 12, new Point(128, 164), 24, 12);
        return new Landmarks(points);
    }

    /** The mean face, with a jaw around it. */
    static Landmarks meanLandmarks() {
        var points = new ArrayList<Point>();
        for (int i = 0; i < 17; i++) {
            var angle = Math.PI * i / 16;
            points.add(new Point(128 - 72 * Math.cos(angle), 110 + 90 * Math.sin(angle)));
        }
        points.addAll(STORED.fromFaceUnits().apply(MeanFace.inner()));
        return new Landmarks(points);
    }

    private static void outline(List<Point> points, int first, int count, Point center, double across, double down) {
        for (int i = 0; i < count; i++) {
            var angle = 2 * Math.PI * i / count;
            points.set(first + i, center.plus(new Point(across * Math.cos(angle), down * Math.sin(angle))));
        }
    }

    static TrainingFaces of(Mask mask, CropOptions crop, BufferedImage... pictures) {
        return TrainingFaces.of(
                List.of(pictures),
                Collections.nCopies(pictures.length, mask),
                Collections.nCopies(pictures.length, landmarks()),
                STORED,
                crop);
    }

    static TrainingFaces many(int count, CropOptions crop, Color first) {
        return of(
                oval(),
                crop,
                IntStream.range(0, count)
                        .mapToObj(i -> picture(new Color(first.getRed(), first.getGreen() - 2 * i, first.getBlue())))
                        .toArray(BufferedImage[]::new));
    }
}
