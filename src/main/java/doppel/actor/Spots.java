package doppel.actor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Freckles, moles and small blemishes, scattered over the skin and found quickly from any place on it. */
final class Spots {

    private static final float CELL = .06f;
    private static final int CELLS = 4096;

    private final float[] places;
    private final int[] next;
    private final int[] first = new int[CELLS];

    /**
     * @param skin where they lie
     * @param density how likely
     * @param count how many
     * @param smallest radius in dm
     * @param largest radius in dm, below .06
     */
    Spots(NeutralSkin skin, NeutralSkin.Density density, int count, float smallest, float largest, long seed) {
        var random = new SplittableRandom(seed);
        var roots = skin.scatter(density, count, seed);
        places = new float[5 * roots.length];
        next = new int[8 * roots.length];
        Arrays.fill(first, -1);
        var place = new float[3];
        for (int i = 0; i < roots.length; i++) {
            skin.blend(skin.mesh().rest(), 3, roots[i], place);
            System.arraycopy(place, 0, places, 5 * i, 3);
            float luck = (float) random.nextDouble();
            places[5 * i + 3] = smallest + (largest - smallest) * luck * luck * luck;
            places[5 * i + 4] = .4f + .6f * (float) random.nextDouble();
            enter(i);
        }
    }

    /** 0 none to 1 the middle of a spot. */
    float at(float x, float y, float z) {
        float most = 0;
        for (int entry = first[cell(floor(x), floor(y), floor(z))]; entry >= 0; entry = next[entry]) {
            int i = 5 * (entry >> 3);
            float radius = places[i + 3];
            float dx = x - places[i];
            float dy = y - places[i + 1];
            float dz = z - places[i + 2];
            float square = (dx * dx + dy * dy + dz * dz) / (radius * radius);
            if (square < 1) {
                most = Math.max(most, places[i + 4] * Curves.step(1, .25f, square));
            }
        }
        return most;
    }

    // a spot is entered in each cell that its box touches; at most eight, as a cell is wider than a spot
    private void enter(int i) {
        float r = places[5 * i + 3];
        int corner = 8 * i;
        var seen = new int[8];
        int cells = 0;
        for (int k = 0; k < 8; k++) {
            int cell = cell(
                    floor(places[5 * i] + ((k & 1) == 0 ? -r : r)),
                    floor(places[5 * i + 1] + ((k & 2) == 0 ? -r : r)),
                    floor(places[5 * i + 2] + ((k & 4) == 0 ? -r : r)));
            boolean entered = false;
            for (int s = 0; s < cells; s++) {
                entered |= seen[s] == cell;
            }
            if (!entered) {
                seen[cells++] = cell;
                next[corner + k] = first[cell];
                first[cell] = corner + k;
            }
        }
    }

    private static int floor(float value) {
        return (int) Math.floor(value / CELL);
    }

    private static int cell(int x, int y, int z) {
        int h = x * 0x8da6b343 ^ y * 0xd8163841 ^ z * 0xcb1ab31f;
        return (h ^ h >>> 13) & CELLS - 1;
    }
}
