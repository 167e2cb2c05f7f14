package doppel.clean;

import doppel.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well two people suit each other for a swap, before a night of training finds out.
 *
 * <p>The swap keeps B's outline, hair and neck and paints A's face into them. So the two should have heads of one shape
 * and skins of one tone, and A must have been filmed in B's poses and light.
 *
 * <p>Book: chapter 4, "Identifying suitable candidates for a swap".
 *
 * @param shape mean distance of the two mean faces, 68 points, face units
 * @param skin difference of the two mean skin colors in L*a*b*
 * @param pose share of B's poses that A has shown, 0 to 1
 * @param light share of B's light, from the left or from the right, that A has been in, 0 to 1
 */
public record Suitability(double shape, double skin, double pose, double light) {

    private static final int BINS = 20;

    /** Beyond it, landmarks tell more about the pose than about the shape. */
    private static final double FRONTAL_DEGREES = 15;

    /** What a number means for the swap. The limits are rules of thumb, and ours. */
    public enum Verdict {
        GOOD,
        FAIR,
        POOR
    }

    /**
     * One line of the card.
     *
     * @param number as text, with its unit
     * @param advice what to do about it
     */
    public record Finding(String name, String number, Verdict verdict, String advice) {}

    public static Suitability of(FaceTable a, FaceTable b) {
        var balanceA = a.values("balance");
        var balanceB = b.values("balance");
        return new Suitability(
                distance(meanShape(a), meanShape(b)),
                meanSkin(a).distanceTo(meanSkin(b)),
                PoseCoverage.of(a, b).coverage(),
                Bins.of(BINS, balanceA, balanceB).coverage(balanceA, balanceB, PoseCoverage.FEWEST));
    }

    /** One line a number, in the order of the book. */
    public List<Finding> findings() {
        return List.of(
                new Finding(
                        "face shape",
                        "%.3f face units apart".formatted(shape),
                        verdict(-shape, -0.03, -0.05),
                        "the swap keeps B's outline: choose people of one build"),
                new Finding(
                        "skin tone",
                        "%.0f apart in L*a*b*".formatted(skin),
                        verdict(-skin, -10, -25),
                        "a color match bridges it; a seam may stay"),
                new Finding(
                        "poses",
                        "A has %.0f %% of B's".formatted(100 * pose),
                        verdict(pose, 0.95, 0.8),
                        "film A in the poses that are missing"),
                new Finding(
                        "light",
                        "A has been in %.0f %% of B's".formatted(100 * light),
                        verdict(light, 0.95, 0.8),
                        "film A with the light on both sides in turn"));
    }

    /** The mean of a person's landmarks in face units, over the faces that look into the camera. */
    public static List<Point> meanShape(FaceTable table) {
        var frontal = table.rows().stream()
                .filter(face -> Math.abs(face.pose().yaw()) < FRONTAL_DEGREES)
                .toList();
        var faces = frontal.isEmpty() ? table.rows() : frontal;
        var shapes = faces.stream()
                .map(face -> face.face()
                        .landmarks()
                        .through(face.face().toFaceUnits())
                        .points())
                .toList();
        var mean = new ArrayList<Point>();
        for (int i = 0; i < shapes.get(0).size(); i++) {
            var index = i;
            mean.add(Point.mean(shapes.stream().map(shape -> shape.get(index)).toList()));
        }
        return List.copyOf(mean);
    }

    /** The mean of a person's light and skin color. */
    public static FaceLight meanSkin(FaceTable table) {
        return new FaceLight(
                mean(table, "brightness"),
                mean(table, "contrast"),
                mean(table, "balance"),
                mean(table, "redness"),
                mean(table, "yellowness"));
    }

    private static double mean(FaceTable table, String measure) {
        return Arrays.stream(table.values(measure)).average().orElseThrow();
    }

    private static double distance(List<Point> a, List<Point> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i).distanceTo(b.get(i));
        }
        return sum / a.size();
    }

    private static Verdict verdict(double value, double good, double fair) {
        return value >= good ? Verdict.GOOD : value >= fair ? Verdict.FAIR : Verdict.POOR;
    }
}
