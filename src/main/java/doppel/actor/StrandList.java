package doppel.actor;

import doppel.render.Strands;
import java.util.Arrays;

/** Collects hairs as they grow. */
final class StrandList {

    private float[] points = new float[3 << 12];
    private int[] starts = new int[1 << 10];
    private float[] colors = new float[3 << 10];
    private int count;

    /**
     * Adds a hair.
     *
     * @param chain x y z a point
     * @param length how many points
     * @param color linear red, green, blue
     */
    void add(float[] chain, int length, float[] color) {
        int from = 3 * starts[count];
        points = room(points, from + 3 * length);
        System.arraycopy(chain, 0, points, from, 3 * length);
        colors = room(colors, 3 * count + 3);
        System.arraycopy(color, 0, colors, 3 * count, 3);
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[count + 1] = starts[count] + length;
        count++;
    }

    /** All hairs, of one thickness. */
    Strands strands(float rootRadius, float tipRadius, Part part, boolean castsShadow) {
        return new Strands(
                Arrays.copyOf(points, 3 * starts[count]),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(colors, 3 * count),
                rootRadius,
                tipRadius,
                part.number(),
                part == Part.HAIR,
                castsShadow);
    }

    private static float[] room(float[] array, int needed) {
        return needed <= array.length ? array : Arrays.copyOf(array, Math.max(needed, 2 * array.length));
    }
}
