package doppel.actor;

import java.util.ArrayList;
import java.util.List;

/** Keeps the lips in touch at rest, and out of each other when the face moves. */
final class LipSeal {

    /** How far the lips press into each other at rest, in dm; the subdivision rounds it away. */
    private static final double PRESS = .008;

    /** More than this is never seen of a mouth. */
    private static final double DEEPEST = .014;

    /** Rows of vertices outside of the mouth's opening that a correction reaches. */
    private static final int REACH = 12;

    /** Rows that touch. */
    private static final int CONTACT = 2;

    /** In the corners of the mouth the lips are one, in dm. */
    private static final double CORNER = .012;

    private final int[] upper;
    private final int[] lower;
    private final float[] weights;

    private static final class Holder {
        static final LipSeal LIPS = new LipSeal(HeadData.load());
    }

    private LipSeal(HeadData head) {
        var regions = new SkinRegions(head);
        var rows = regions.rows(Atlas.Piece.MOUTH, REACH, 1.0f);
        var inner = regions.rows(Atlas.Piece.HEAD, Atlas.Piece.MOUTH, REACH, 1.0f);
        var isUpper = upperHalf(head, rows);
        upper = line(rows, isUpper, true, head.rest());
        lower = line(rows, isUpper, false, head.rest());
        weights = new float[HeadData.BODY];
        for (int v = 0; v < weights.length; v++) {
            var row = rows[v] >= 0 ? rows[v] : inner[v];
            var strength = row < 0 ? 0 : 1 - TemplateZones.smooth(4, REACH, row);
            weights[v] = isUpper[v] ? strength : -strength;
        }
    }

    static LipSeal load() {
        return Holder.LIPS;
    }

    /** Brings lips that stand open at rest together. */
    void close(float[] shape) {
        for (int round = 0; round < 3; round++) {
            var gaps = gaps(shape);
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = -(gaps[i] + PRESS) / 2;
            }
            shift(shape, gaps);
        }
    }

    /** Takes lips apart that have moved into each other. */
    void part(float[] shape) {
        var gaps = gaps(shape);
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = Math.max(0, -gaps[i] - DEEPEST) / 2;
        }
        shift(shape, gaps);
    }

    /** Upper lip up, lower lip down, by amounts along the upper contact line. */
    private void shift(float[] shape, double[] amounts) {
        var line = shape.clone();
        for (int v = 0; v < weights.length; v++) {
            if (weights[v] != 0) {
                var x = line[3 * v];
                var fromCorner = Math.min(x - line[3 * upper[0]], line[3 * upper[upper.length - 1]] - x);
                var amount = Lines.at(upper, line, amounts, x) * TemplateZones.smooth(0, CORNER, fromCorner);
                shape[3 * v + 1] += (float) (weights[v] * amount);
            }
        }
    }

    private double[] gaps(float[] shape) {
        var gaps = new double[upper.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = shape[3 * upper[i] + 1] - Lines.height(lower, shape, shape[3 * upper[i]]);
        }
        return gaps;
    }

    /** Above or below the opening of the mouth, by the place on the template. */
    private static boolean[] upperHalf(HeadData head, int[] rows) {
        var rest = head.rest();
        var isUpper = new boolean[HeadData.BODY];
        for (int v = 0; v < isUpper.length; v++) {
            var opening = rows[v] < CONTACT ? 6.6115 : 6.605 + .02 * Math.abs(rest[3 * v]);
            isUpper[v] = rest[3 * v + 1] > opening;
        }
        return isUpper;
    }

    private static int[] line(int[] rows, boolean[] isUpper, boolean wanted, float[] rest) {
        List<Integer> line = new ArrayList<>();
        for (int v = 0; v < rows.length; v++) {
            if (rows[v] == CONTACT && isUpper[v] == wanted) {
                line.add(v);
            }
        }
        line.sort((a, b) -> Float.compare(rest[3 * a], rest[3 * b]));
        return line.stream().mapToInt(v -> v).toArray();
    }
}
