package doppel.render;

/** The segments of all hairs, those in front first, and split into strips of rows that are drawn independently. */
final class HairOrder {

    static final int STRIPS = 24;

    private static final int DEPTHS = 8192;
    /** Rows that a segment may reach beyond its ends because of its width. */
    private static final int MARGIN = 3;

    /** The first point of each segment, strip by strip. */
    final int[] segments;
    /** Where each strip begins in {@link #segments}, and as last number where the last one ends. */
    final int[] starts = new int[STRIPS + 1];

    private final HairPoints points;
    private final int side;

    HairOrder(HairPoints points, int side) {
        this.points = points;
        this.side = side;
        var order = frontToBack();
        for (var segment : order) {
            for (int strip = first(segment); strip <= last(segment); strip++) {
                starts[strip + 1]++;
            }
        }
        for (int strip = 0; strip < STRIPS; strip++) {
            starts[strip + 1] += starts[strip];
        }
        segments = new int[starts[STRIPS]];
        var next = starts.clone();
        for (var segment : order) {
            for (int strip = first(segment); strip <= last(segment); strip++) {
                segments[next[strip]++] = segment;
            }
        }
    }

    /** The first row of a strip; the strip ends where the next one begins. */
    static int row(int strip, int side) {
        return side * strip / STRIPS;
    }

    private int[] frontToBack() {
        var low = Float.MAX_VALUE;
        var high = 0f;
        for (var near : points.nearness) {
            low = Math.min(low, near);
            high = Math.max(high, near);
        }
        var scale = (DEPTHS - 1) / Math.max(1e-9f, high - low);
        var places = new int[DEPTHS + 1];
        var count = 0;
        for (int i = 0; i < points.count(); i++) {
            if (!points.tips[i]) {
                count++;
                places[(int) ((high - points.nearness[i]) * scale) + 1]++;
            }
        }
        for (int i = 0; i < DEPTHS; i++) {
            places[i + 1] += places[i];
        }
        var order = new int[count];
        for (int i = 0; i < points.count(); i++) {
            if (!points.tips[i]) {
                order[places[(int) ((high - points.nearness[i]) * scale)]++] = i;
            }
        }
        return order;
    }

    private int first(int segment) {
        var top = (int) Math.min(points.rows[segment], points.rows[segment + 1]) - MARGIN;
        return top >= side ? STRIPS : Math.max(0, top * STRIPS / side - 1);
    }

    private int last(int segment) {
        var bottom = (int) Math.max(points.rows[segment], points.rows[segment + 1]) + MARGIN;
        return bottom < 0 ? -1 : Math.min(STRIPS - 1, bottom * STRIPS / side);
    }
}
