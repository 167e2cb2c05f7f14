package doppel.actor;

import java.util.Map;

/**
 * Moves the lids of one eye: they glide over the ball, a blink closes them fully whatever the eye's shape, and they never
 * pass each other.
 */
final class LidMotion {

    /** A little overlap where the lids meet, in dm: the subdivision rounds their edges away. */
    private static final double OVERLAP = .010;

    /** Lids farther than this above the ball need not follow it, in dm. */
    private static final double FREE = .035;

    /** A rim that stands off the ball by less is laid on it, in dm. */
    private static final double RIM_REACH = .03;

    private final Lids lids;
    private final String side;
    private final boolean left;

    LidMotion(boolean left) {
        this.left = left;
        lids = Lids.of(left);
        side = left ? "Left" : "Right";
    }

    /** Adds the lid units to {@code shape}, which holds all other units already. */
    void move(float[] shape, float[] neutral, Map<String, Double> weights) {
        var opening = gaps(neutral);
        for (var unit : weights.entrySet()) {
            if (Expression.isLid(unit.getKey())
                    && unit.getKey().endsWith(side)
                    && !unit.getKey().startsWith("eyeBlink")) {
                HeadData.load().target("faceunits/" + unit.getKey()).addTo(shape, unit.getValue());
            }
        }
        var blink = weights.getOrDefault("eyeBlink" + side, 0.0);
        if (blink > 0) {
            close(shape, blink);
        }
        holdApart(shape, neutral, opening);
    }

    /** The data's blink, made larger or smaller along the lid so that it closes what is open now. */
    private void close(float[] shape, double blink) {
        var target = HeadData.load().target("faceunits/eyeBlink" + side);
        var closed = shape.clone();
        target.addTo(closed, 1);
        var open = gaps(shape);
        var rest = gaps(closed);
        var share = new double[open.length];
        for (int i = 0; i < share.length; i++) {
            var wanted = open[i] + OVERLAP * taper(i, open.length);
            var brings = open[i] - rest[i];
            share[i] = brings < .01 ? 1 : Math.max(.3, Math.min(2.5, wanted / brings));
        }
        for (int i = 0; i < target.vertices().length; i++) {
            var vertex = target.vertices()[i];
            if ((shape[3 * vertex] > 0) == left) {
                var amount = blink * Lines.at(lids.upper(), shape, share, shape[3 * vertex]);
                for (int axis = 0; axis < 3; axis++) {
                    shape[3 * vertex + axis] += (float) (amount * target.offsets()[3 * i + axis]);
                }
            }
        }
    }

    /** Where several units together would close the lids more than fully, each gives way. */
    private void holdApart(float[] shape, float[] neutral, double[] opening) {
        var now = gaps(shape);
        var keep = new double[now.length];
        for (int i = 0; i < now.length; i++) {
            var closing = opening[i] - now[i];
            var deepest = OVERLAP * taper(i, now.length);
            keep[i] = now[i] >= -deepest || closing <= 0 ? 1 : (opening[i] + deepest) / closing;
        }
        for (int v = 0; v < HeadData.BODY; v++) {
            if (lids.row(v) >= 0) {
                var fade = Math.max(0, Math.min(1, (10 - lids.row(v)) / 5.0));
                var share = 1 + fade * (Lines.at(lids.upper(), neutral, keep, neutral[3 * v]) - 1);
                for (int axis = 0; axis < 3; axis++) {
                    var from = neutral[3 * v + axis];
                    shape[3 * v + axis] = (float) (from + share * (shape[3 * v + axis] - from));
                }
            }
        }
    }

    /** Lifts lids out of the ball: none comes nearer to its center than at rest, and none into it. */
    void glide(float[] shape, float[] neutral, Eyeball ball) {
        for (int v = 0; v < HeadData.BODY; v++) {
            if (lids.row(v) >= 0) {
                var rest = distance(neutral, v, ball.center());
                var least = ball.radius() + EyeFit.GAP;
                if (lids.row(v) > 0) {
                    least = Math.max(least, Math.min(rest, ball.radius() + FREE));
                }
                var now = distance(shape, v, ball.center());
                // the rim itself lies on the ball, so that no gap opens in the corners
                var isLoose = lids.row(v) == 0 && now < ball.radius() + RIM_REACH;
                if (isLoose || now < least) {
                    for (int axis = 0; axis < 3; axis++) {
                        var center = ball.center()[axis];
                        shape[3 * v + axis] = (float) (center + (shape[3 * v + axis] - center) * least / now);
                    }
                }
            }
        }
    }

    /** How far the lash lines are apart above each vertex of the upper one. */
    private double[] gaps(float[] shape) {
        var upper = lids.upper();
        var gaps = new double[upper.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = shape[3 * upper[i] + 1] - Lines.height(lids.lower(), shape, shape[3 * upper[i]]);
        }
        return gaps;
    }

    /** 0 in the corners of the eye, where the lids are one. */
    private static double taper(int i, int count) {
        return Math.min(1, Math.min(i, count - 1 - i) / 3.0);
    }

    private static double distance(float[] shape, int v, double[] center) {
        var x = shape[3 * v] - center[0];
        var y = shape[3 * v + 1] - center[1];
        var z = shape[3 * v + 2] - center[2];
        return Math.sqrt(x * x + y * y + z * z);
    }
}
