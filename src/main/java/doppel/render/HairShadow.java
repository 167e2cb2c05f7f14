package doppel.render;

import java.util.Arrays;
import java.util.List;

/**
 * How light fades in hair: the opacity of all strands between the light and a depth, summed in layers behind the first
 * strand.
 *
 * <p>Source: Yuksel and Keyser, Deep Opacity Maps, Eurographics 2008.
 */
final class HairShadow {

    /** Where the layers end, in dm behind the first strand. */
    private static final float[] ENDS = {.03f, .08f, .18f, .4f, 1e9f};

    /** How deep the last layer is taken to be, in dm. */
    private static final float LAST = .8f;

    private static final int LAYERS = ENDS.length;

    private final Beam beam;
    private final float[] nearest;
    /** The layers of a texel lie together, because they are read together. */
    private final float[] opacity;

    private HairShadow(Beam beam) {
        this.beam = beam;
        nearest = new float[beam.size * beam.size];
        Arrays.fill(nearest, -1e9f);
        opacity = new float[LAYERS * beam.size * beam.size];
    }

    static HairShadow of(List<Strands> strands, Beam beam) {
        var map = new HairShadow(beam);
        for (var some : strands) {
            if (some.castsShadow()) {
                map.draw(some, false);
            }
        }
        map.growNearest();
        for (var some : strands) {
            if (some.castsShadow()) {
                map.draw(some, true);
            }
        }
        map.addUp();
        return map;
    }

    /** How much of the light arrives at a point, 0 to 1. */
    float lit(float x, float y, float z) {
        var u = beam.column(x, y, z) - .5f;
        var v = beam.row(x, y, z) - .5f;
        if (!(u >= 0 && v >= 0 && u < beam.size - 1 && v < beam.size - 1)) {
            return 1;
        }
        var column = (int) u;
        var row = (int) v;
        var fx = u - column;
        var fy = v - row;
        var i = row * beam.size + column;
        var own = beam.depth(x, y, z);
        var above = Maths.mix(before(i, own), before(i + 1, own), fx);
        i += beam.size;
        var below = Maths.mix(before(i, own), before(i + 1, own), fx);
        return Maths.fade(Maths.mix(above, below, fy));
    }

    /** Opacity between the light and a depth. */
    private float before(int i, float own) {
        var behind = nearest[i] - own;
        var last = LAYERS * i + LAYERS - 1;
        if (behind <= 0 || opacity[last] == 0) {
            return 0;
        }
        var begin = 0f;
        var sum = 0f;
        for (int layer = 0; layer < LAYERS - 1; layer++) {
            var next = opacity[LAYERS * i + layer];
            if (behind < ENDS[layer]) {
                return Maths.mix(sum, next, (behind - begin) / (ENDS[layer] - begin));
            }
            begin = ENDS[layer];
            sum = next;
        }
        return Maths.mix(sum, opacity[last], Math.min(1, (behind - begin) / LAST));
    }

    private void draw(Strands strands, boolean opaque) {
        var p = strands.points();
        for (int hair = 0; hair < strands.count(); hair++) {
            var first = strands.starts()[hair];
            var last = strands.starts()[hair + 1] - 1;
            for (int point = first; point < last; point++) {
                var share = (point - first + .5f) / (last - first);
                var width = 2 * Maths.mix(strands.rootRadius(), strands.tipRadius(), share);
                segment(p, 3 * point, opaque, Math.min(.9f, width / beam.texel));
            }
        }
    }

    private void segment(float[] p, int i, boolean opaque, float alpha) {
        var x0 = beam.column(p[i], p[i + 1], p[i + 2]);
        var y0 = beam.row(p[i], p[i + 1], p[i + 2]);
        var z0 = beam.depth(p[i], p[i + 1], p[i + 2]);
        var dx = beam.column(p[i + 3], p[i + 4], p[i + 5]) - x0;
        var dy = beam.row(p[i + 3], p[i + 4], p[i + 5]) - y0;
        var dz = beam.depth(p[i + 3], p[i + 4], p[i + 5]) - z0;
        var length = (float) Math.sqrt(dx * dx + dy * dy);
        var steps = (int) length + 1;
        // short pieces darken less than a whole texel
        var each = alpha * Math.max(length, .3f) / steps;
        for (int step = 0; step < steps; step++) {
            var t = (step + .5f) / steps;
            var column = (int) (x0 + dx * t);
            var row = (int) (y0 + dy * t);
            if (column < 0 || row < 0 || column >= beam.size || row >= beam.size) {
                continue;
            }
            var depth = z0 + dz * t;
            var texel = row * beam.size + column;
            if (opaque) {
                var behind = nearest[texel] - depth;
                var layer = 0;
                while (behind >= ENDS[layer]) {
                    layer++;
                }
                opacity[LAYERS * texel + layer] += each;
            } else if (depth > nearest[texel]) {
                nearest[texel] = depth;
            }
        }
    }

    /** Without it the light would leak in where a texel between strands starts deeper than its neighbors. */
    private void growNearest() {
        var size = beam.size;
        var before = nearest.clone();
        for (int y = 1; y < size - 1; y++) {
            for (int x = 1; x < size - 1; x++) {
                var i = y * size + x;
                nearest[i] = Math.max(
                        before[i],
                        Math.max(Math.max(before[i - 1], before[i + 1]), Math.max(before[i - size], before[i + size])));
            }
        }
    }

    private void addUp() {
        soften(LAYERS);
        soften(LAYERS * beam.size);
        for (int i = 0; i < opacity.length; i++) {
            if (i % LAYERS > 0) {
                opacity[i] += opacity[i - 1];
            }
        }
    }

    /** One strand stands for several, so its shadow is wider than itself. */
    private void soften(int step) {
        var sharp = opacity.clone();
        for (int i = step; i < opacity.length - step; i++) {
            opacity[i] = .5f * sharp[i] + .25f * (sharp[i - step] + sharp[i + step]);
        }
    }
}
