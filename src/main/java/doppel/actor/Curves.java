package doppel.actor;

/** Soft edges, soft spots and hand-drawn lines, from which faces are painted. */
final class Curves {

    private Curves() {}

    /** 0 below {@code from}, 1 above {@code to}, smooth between; the other way round if {@code from} is the larger. */
    static float step(float from, float to, float value) {
        float t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    /** 1 in the middle, 0 from the rim of the ellipse on; offsets from the middle and half axes. */
    static float spot(float dx, float dy, float rx, float ry) {
        float left = 1 - dx * dx / (rx * rx) - dy * dy / (ry * ry);
        return left <= 0 ? 0 : left * left;
    }

    /** A spot in space. */
    static float spot(float dx, float dy, float dz, float rx, float ry, float rz) {
        float left = 1 - dx * dx / (rx * rx) - dy * dy / (ry * ry) - dz * dz / (rz * rz);
        return left <= 0 ? 0 : left * left;
    }

    static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }

    /** A line through points with ascending x; flat beyond its ends. */
    static float line(float[] xs, float[] ys, float x) {
        if (x <= xs[0]) {
            return ys[0];
        }
        for (int i = 1; i < xs.length; i++) {
            if (x < xs[i]) {
                return smooth(xs, ys, i, x);
            }
        }
        return ys[ys.length - 1];
    }

    /** Cubic Hermite between points {@code i - 1} and {@code i}, with slopes from the neighbors. */
    private static float smooth(float[] xs, float[] ys, int i, float x) {
        float width = xs[i] - xs[i - 1];
        float t = (x - xs[i - 1]) / width;
        float from = slope(xs, ys, i - 1) * width;
        float to = slope(xs, ys, i) * width;
        float rise = ys[i] - ys[i - 1];
        return ys[i - 1] + t * (from + t * (3 * rise - 2 * from - to + t * (from + to - 2 * rise)));
    }

    private static float slope(float[] xs, float[] ys, int i) {
        int low = Math.max(0, i - 1);
        int high = Math.min(xs.length - 1, i + 1);
        return (ys[high] - ys[low]) / (xs[high] - xs[low]);
    }

    /** e to the power of minus {@code x} for small {@code x} of 0 and up, the same on every machine. */
    static float fading(float x) {
        float part = Math.max(0, 1 - x / 16);
        part *= part;
        part *= part;
        part *= part;
        return part * part;
    }
}
