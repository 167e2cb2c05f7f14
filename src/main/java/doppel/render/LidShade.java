package doppel.render;

/**
 * How lids darken an eye: shadow maps are too coarse for the narrow gap, so the picture tells how far the lids are from a
 * sample.
 */
final class LidShade {

    /** How far the upper lid and its lashes shade, in dm. */
    private static final float UPPER = .040f;
    /** How far the lower lid shades, in dm. */
    private static final float LOWER = .013f;
    /** How far tears stand above the lower lid, in dm. */
    private static final float TEARS = .0055f;

    private static final float SIDE = .022f;

    private final Mesh mesh;
    private final Samples samples;
    private float shade;
    private float tears;

    LidShade(Mesh mesh, Samples samples) {
        this.mesh = mesh;
        this.samples = samples;
    }

    /** Looks for the lids around a sample of an eye. */
    void find(Fragment f, int sample) {
        var up = near(f, sample, -samples.side, UPPER);
        var down = near(f, sample, samples.side, LOWER);
        var left = near(f, sample, -1, SIDE);
        var right = near(f, sample, 1, SIDE);
        var open =
                (1 - .78f * up * up) * (1 - .35f * down * down) * (1 - .35f * left * left) * (1 - .35f * right * right);
        shade = 1 - open;
        tears = Maths.smooth(1 - TEARS / LOWER, 1, down);
    }

    /** 0 open to 1 dark. */
    float shade() {
        return shade;
    }

    /** 0 none to 1 on the lower lid. */
    float tears() {
        return tears;
    }

    /** 1 beside a lid to 0 farther than {@code reach} from it. */
    private float near(Fragment f, int sample, int step, float reach) {
        var surface = mesh.surfaceOf[samples.triangle[sample]];
        var steps = reach / f.span;
        for (int k = 1; k <= steps; k++) {
            var other = sample + k * step;
            if (other < 0 || other >= samples.triangle.length) {
                return 0;
            }
            var triangle = samples.triangle[other];
            if (triangle < 0 || mesh.surfaceOf[triangle] != surface) {
                return 1 - (k - .5f) / (steps + .5f);
            }
        }
        return 0;
    }
}
