package doppel.figure;

import doppel.align.AlignedFace;
import doppel.align.HeadPose;
import doppel.geometry.Box;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.image.Mask;
import doppel.image.Mats;
import doppel.image.Warp;
import doppel.landmark.Landmarks;
import doppel.mask.FacePart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws on a frame what was found in it: boxes, landmarks, masks, axes.
 *
 * <pre>{@code Overlay.on(frame).box(face.box(), "0.98").landmarks(landmarks).draw()}</pre>
 *
 * <p>Immutable; each call gives a new overlay, and {@link #draw} leaves the frame as it is. All places are in pixels of
 * the frame. A small frame is enlarged before anything is drawn, so that lines and letters stay crisp.
 *
 * <p>Book: chapter 5, the picture with a box and five dots that the extractor writes for every face.
 */
public final class Overlay {

    /** Frames with a shorter longer side are enlarged to it. */
    private static final int LEAST_SIDE = 480;

    /** Side of the square around a box, in longer sides of the box. */
    private static final double ROOM = 1.5;

    private static final int MOST_SIDE = 4096;
    private static final int LETTERS = 14;
    private static final int SMALL_LETTERS = 11;
    private static final double TINT = 0.45;

    /** From a landmark to its number. */
    private static final double NUMBER_PIXELS = 11;

    private static final double LINE = 2;

    private static final Color RED = new Color(0xFF4438);
    private static final Color GREEN = new Color(0x3BD16F);
    private static final Color BLUE = new Color(0x3D8BFF);

    private final BufferedImage picture;
    private final Similarity zoom;
    private final int width;
    private final int height;
    private final List<Landmarks> faces;
    private final List<Layer> layers;

    /** From pixels of the picture to those of the drawing, and the size of that. */
    private Overlay(
            BufferedImage picture, Similarity zoom, int width, int height, List<Landmarks> faces, List<Layer> layers) {
        this.picture = picture;
        this.zoom = zoom;
        this.width = width;
        this.height = height;
        this.faces = faces;
        this.layers = layers;
    }

    /** Nothing drawn yet. */
    public static Overlay on(BufferedImage picture) {
        return whole(picture, LEAST_SIDE, List.of(), List.of());
    }

    /**
     * Enlarges the frame until its longer side has at least so many pixels; a larger frame stays as it is.
     *
     * @throws IllegalArgumentException if {@code pixels} is not 16 to 4096
     */
    public Overlay enlargedTo(int pixels) {
        return whole(picture, checked(pixels), faces, layers);
    }

    /**
     * Shows only a square around a box, with room on every side; beyond the frame its edge is repeated.
     *
     * @param pixels a side of the drawing
     * @throws IllegalArgumentException if the box is empty, or {@code pixels} is not 16 to 4096
     */
    public Overlay around(Box box, int pixels) {
        var wide = ROOM * Math.max(box.width(), box.height());
        if (wide < 1) {
            throw new IllegalArgumentException("a box to look at needs a pixel at least, got " + box);
        }
        var corner = box.center().minus(new Point(wide / 2, wide / 2));
        var closer = Similarity.shifting(-corner.x(), -corner.y()).then(Similarity.scaling(checked(pixels) / wide));
        return new Overlay(picture, closer, pixels, pixels, faces, layers);
    }

    /** A box in yellow, with a few words on a plate above it. */
    public Overlay box(Box box, String words) {
        return box(box, words, Ink.YELLOW);
    }

    /** A box with a few words, possibly none, on a plate above it. */
    public Overlay box(Box box, String words, Color color) {
        return with(brush -> {
            brush.outline(corners(box), color, LINE);
            brush.plate(words, new Point(box.x(), box.y()), color, LETTERS);
        });
    }

    /** 68 points, joined and colored by the part of the face. */
    public Overlay landmarks(Landmarks landmarks) {
        var overlay = new Overlay(picture, zoom, width, height, more(faces, landmarks), layers);
        return overlay.with(brush -> {
            for (var part : FacePart.values()) {
                for (var line : PartInk.lines(landmarks, part)) {
                    for (int i = 1; i < line.size(); i++) {
                        brush.line(line.get(i - 1), line.get(i), PartInk.of(part), 1);
                    }
                }
            }
            for (int i = 0; i < Landmarks.COUNT; i++) {
                brush.dot(landmarks.points().get(i), PartInk.of(PartInk.part(i)), 2);
            }
        });
    }

    /** Writes its number, from 0, beside each landmark drawn so far; a face should be 450 pixels wide to read them. */
    public Overlay numbered() {
        return with(brush -> faces.forEach(face -> {
            for (int i = 0; i < Landmarks.COUNT; i++) {
                var point = face.points().get(i);
                var outwards = point.minus(PartInk.middle(face, i));
                var step = NUMBER_PIXELS
                        / (outwards.distanceTo(new Point(0, 0)) * brush.zoom().scale() + 1e-9);
                brush.edgedLetters(
                        "" + i, point.plus(outwards.times(step)), PartInk.of(PartInk.part(i)), SMALL_LETTERS);
            }
        }));
    }

    /** Points in one color. */
    public Overlay points(List<Point> points, Color color) {
        return with(brush -> points.forEach(point -> brush.dot(point, color, 3)));
    }

    /** Tints what belongs to a mask of the picture's own size. */
    public Overlay mask(Mask mask, Color color) {
        return mask(mask, Similarity.identity(), color);
    }

    /**
     * Tints what belongs to a mask.
     *
     * @param toMask from pixels of the frame to pixels of {@code mask}, as {@link AlignedFace#toCrop}
     */
    public Overlay mask(Mask mask, Similarity toMask, Color color) {
        return with(brush -> {
            var toCanvas = toMask.inverse().then(brush.zoom());
            var large = Warp.mask(mask, toCanvas, brush.width(), brush.height(), Warp.Outside.BLACK);
            brush.tint(large, color, TINT);
        });
    }

    /**
     * The axes of a head: red from ear to ear, green to the chin, blue out of the nose.
     *
     * @param center where they meet
     * @param length of an axis that lies in the picture, pixels of the frame
     */
    public Overlay axes(HeadPose pose, Point center, double length) {
        return axes(PoseAxes.of(pose), center, length);
    }

    Overlay axes(PoseAxes axes, Point center, double length) {
        return with(brush -> {
            brush.arrow(center, center.plus(axes.across().times(length)), RED, LINE + 1);
            brush.arrow(center, center.plus(axes.down().times(length)), GREEN, LINE + 1);
            brush.arrow(center, center.plus(axes.out().times(length)), BLUE, LINE + 1);
            brush.dot(center, BLUE, LINE);
        });
    }

    /**
     * Arrows from each point to its partner.
     *
     * @throws IllegalArgumentException if the lists differ in length
     */
    public Overlay arrows(List<Point> from, List<Point> to) {
        if (from.size() != to.size()) {
            throw new IllegalArgumentException(
                    "arrows need as many ends as starts, got %d starts and %d ends".formatted(from.size(), to.size()));
        }
        return with(brush -> {
            for (int i = 0; i < from.size(); i++) {
                brush.arrow(from.get(i), to.get(i), Ink.B, 1.5);
            }
        });
    }

    /** The outline of the square that became an aligned face. */
    public Overlay square(AlignedFace face) {
        return square(face.toCrop(), face.picture().getWidth(), Ink.YELLOW);
    }

    /**
     * The outline of the square that becomes a crop.
     *
     * @param toCrop from pixels of the frame to pixels of the crop
     * @param size of the crop
     */
    public Overlay square(Similarity toCrop, int size, Color color) {
        var outline = toCrop.inverse().apply(corners(new Box(0, 0, size, size)));
        return with(brush -> brush.outline(outline, color, LINE));
    }

    /** The picture with everything on it. */
    public BufferedImage draw() {
        var canvas = Warp.picture(Mats.bgr(picture), zoom, width, height, Warp.Outside.EDGE);
        try (var brush = Brush.on(canvas, zoom)) {
            layers.forEach(layer -> layer.draw(brush));
        }
        return canvas;
    }

    private Overlay with(Layer layer) {
        return new Overlay(picture, zoom, width, height, faces, more(layers, layer));
    }

    private static Overlay whole(BufferedImage picture, int side, List<Landmarks> faces, List<Layer> layers) {
        var factor = Math.max(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        var width = (int) Math.round(factor * picture.getWidth());
        var height = (int) Math.round(factor * picture.getHeight());
        return new Overlay(picture, Similarity.scaling(factor), width, height, faces, layers);
    }

    private static int checked(int pixels) {
        if (pixels < 16 || pixels > MOST_SIDE) {
            throw new IllegalArgumentException(
                    "side must be 16 to %d pixels, got %d; try 720".formatted(MOST_SIDE, pixels));
        }
        return pixels;
    }

    private static <T> List<T> more(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }

    private static List<Point> corners(Box box) {
        return List.of(
                new Point(box.x(), box.y()),
                new Point(box.right(), box.y()),
                new Point(box.right(), box.bottom()),
                new Point(box.x(), box.bottom()));
    }
}
