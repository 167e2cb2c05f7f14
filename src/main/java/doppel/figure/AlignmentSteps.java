package doppel.figure;

import doppel.align.CropOptions;
import doppel.align.FaceAligner;
import doppel.geometry.Box;
import doppel.geometry.MeanFace;
import doppel.geometry.Point;
import doppel.geometry.Similarity;
import doppel.landmark.Landmarks;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * How a face comes to where the mean face is, in four pictures: its points in the frame, the mean face, both after the
 * fit with what remains, and the aligned face.
 *
 * <p>Book: chapter 5, "Getting hands-on with the code", the aligner. Source: S. Umeyama, 1991.
 *
 * @param frame that the points lie in
 * @param points of the face, in frame pixels
 * @param mean the same points of the mean face, in face units
 */
public record AlignmentSteps(BufferedImage frame, List<Point> points, List<Point> mean) {

    /** Four a row on a page. */
    private static final int SIDE = 225;

    /** Residuals are short; longer arrows show where they lead. */
    private static final double ENLARGED = 3;

    private static final double UNIT_BOX = 0.68;
    private static final CropOptions CROP = new CropOptions(SIDE, 0.5, 0);

    public AlignmentSteps {
        points = List.copyOf(points);
        mean = List.copyOf(mean);
    }

    /** With the 51 inner landmarks, as Doppel aligns. */
    public static AlignmentSteps inner(BufferedImage frame, Landmarks landmarks) {
        return new AlignmentSteps(frame, landmarks.inner(), MeanFace.inner());
    }

    /** With five points, as the book aligns. */
    public static AlignmentSteps five(BufferedImage frame, Landmarks landmarks) {
        return new AlignmentSteps(frame, landmarks.five(), MeanFace.five());
    }

    /** The best similarity, from frame pixels to face units. */
    public Similarity toFaceUnits() {
        return Similarity.fit(points, mean);
    }

    /** What the fit leaves: the root of the mean squared distance to the mean face, in face units. */
    public double rms() {
        var fitted = toFaceUnits().apply(points);
        double sum = 0;
        for (int i = 0; i < mean.size(); i++) {
            sum += Math.pow(fitted.get(i).distanceTo(mean.get(i)), 2);
        }
        return Math.sqrt(sum / mean.size());
    }

    /** The numbers of the fit, in words. */
    public String formula() {
        var fit = toFaceUnits();
        return "scale 1/%.1f · turn %.1f° · shift (%.2f, %.2f) · rms %.3f of the unit box"
                .formatted(1 / fit.scale(), fit.degrees(), fit.dx(), fit.dy(), rms());
    }

    public BufferedImage draw() {
        var row = Gallery.of()
                .withHeight(SIDE)
                .with(points.size() + " points of the frame", inFrame())
                .with("the same points of the mean face", meanFace())
                .with("after the fit: what remains, x 3", residuals())
                .with("the face, aligned", aligned());
        return Caption.below(row.draw(), formula());
    }

    private BufferedImage inFrame() {
        var unitBox = toFaceUnits().inverse().apply(List.of(new Point(0, 0), new Point(1, 1)));
        return Overlay.on(frame)
                .around(Box.around(unitBox), SIDE)
                .points(points, Ink.YELLOW)
                .draw();
    }

    private BufferedImage meanFace() {
        var sheet = sheet();
        try (var brush = Brush.on(sheet, onPaper())) {
            mean.forEach(point -> brush.dot(point, Ink.GREEN, 3));
        }
        return sheet;
    }

    private BufferedImage residuals() {
        var fitted = toFaceUnits().apply(points);
        var sheet = sheet();
        try (var brush = Brush.on(sheet, onPaper())) {
            for (int i = 0; i < mean.size(); i++) {
                var home = mean.get(i);
                brush.dot(home, Ink.GREEN, 2);
                brush.arrow(home, home.plus(fitted.get(i).minus(home).times(ENLARGED)), Ink.B, 1.5);
            }
        }
        return sheet;
    }

    private BufferedImage aligned() {
        var face = FaceAligner.align(frame, toFaceUnits(), CROP);
        var toCrop = CROP.fromFaceUnits();
        try (var brush = Brush.on(face.picture(), toCrop)) {
            mean.forEach(point -> brush.ring(point, Ink.GREEN, 3));
        }
        return face.picture();
    }

    /** Paper with the unit box, and 0 and 1 at its corners. */
    private static BufferedImage sheet() {
        var sheet = Brush.paper(SIDE, SIDE);
        try (var brush = Brush.on(sheet, onPaper())) {
            var corners = new ArrayList<Point>();
            for (var corner : new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
                corners.add(new Point(corner[0], corner[1]));
            }
            brush.dashes(corners, Ink.QUIET, 1);
            brush.letters("0, 0", new Point(0, -0.07), Ink.TEXT, 11);
            brush.letters("1, 1", new Point(1, 1.07), Ink.TEXT, 11);
        }
        return sheet;
    }

    private static Similarity onPaper() {
        return Similarity.shifting(-0.5, -0.5)
                .then(Similarity.scaling(UNIT_BOX * SIDE))
                .then(Similarity.shifting(SIDE / 2.0, SIDE / 2.0));
    }
}
