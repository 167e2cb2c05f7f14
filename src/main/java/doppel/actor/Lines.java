package doppel.actor;

/** Reads along a line of vertices that goes from low to high x. */
final class Lines {

    private Lines() {}

    /** Height of the line at {@code x}; beyond its ends, that of the end. */
    static double height(int[] line, float[] shape, double x) {
        var heights = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            heights[i] = shape[3 * line[i] + 1];
        }
        return at(line, shape, heights, x);
    }

    /** One number a vertex of the line, at {@code x}. */
    static double at(int[] line, float[] shape, double[] values, double x) {
        for (int i = 1; i < line.length; i++) {
            var from = shape[3 * line[i - 1]];
            var to = shape[3 * line[i]];
            if (x <= to || i == line.length - 1) {
                var along = to == from ? 0 : Math.max(0, Math.min(1, (x - from) / (to - from)));
                return values[i - 1] + along * (values[i] - values[i - 1]);
            }
        }
        return values[0];
    }
}
