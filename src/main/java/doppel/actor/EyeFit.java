package doppel.actor;

/** Fits a ball behind the lids, as wide as the data say and so far back that the rims of the lids touch it. */
final class EyeFit {

    /** First vertex of the actor's left eye in the data. */
    static final int LEFT = 5863;

    /** First vertex of the actor's right eye. */
    static final int RIGHT = 5935;

    private static final int VERTICES = 72;

    /** The ball is a little smaller than the data's eye, whose clear cornea stands out. */
    private static final double SHRINK = .985;

    /** Where the middle of the iris lies in the opening, as people look straight ahead. */
    private static final double FROM_NOSE = .50;

    private static final double FROM_BELOW = .56;

    /** Between ball and lid, in dm: a tear film. */
    static final double GAP = .002;

    private EyeFit() {}

    static Eyeball of(float[] shape, float[] fine, int first) {
        var low = new double[] {9, 9, 9};
        var high = new double[] {-9, -9, -9};
        for (int v = first; v < first + VERTICES; v++) {
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], shape[3 * v + axis]);
                high[axis] = Math.max(high[axis], shape[3 * v + axis]);
            }
        }
        var lids = Lids.of(first == LEFT);
        var corners = new int[] {lids.upper()[0], lids.upper()[lids.upper().length - 1]};
        var inner = first == LEFT ? corners[0] : corners[1];
        var outer = first == LEFT ? corners[1] : corners[0];
        var x = shape[3 * inner] + FROM_NOSE * (shape[3 * outer] - shape[3 * inner]);
        var below = Lines.height(lids.lower(), shape, x);
        var y = below + FROM_BELOW * (Lines.height(lids.upper(), shape, x) - below);
        var radius = SHRINK * (high[0] - low[0]) / 2;
        var depth = 0.0;
        var rims = lids.middleRims();
        for (int vertex : rims) {
            var dx = fine[3 * vertex] - x;
            var dy = fine[3 * vertex + 1] - y;
            var reach = (radius + GAP) * (radius + GAP) - dx * dx - dy * dy;
            depth += fine[3 * vertex + 2] - Math.sqrt(Math.max(0, reach));
        }
        return new Eyeball(new double[] {x, y, depth / rims.length}, new double[] {0, 0, 1}, radius);
    }
}
