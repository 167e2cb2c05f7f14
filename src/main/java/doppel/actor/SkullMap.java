package doppel.actor;

/**
 * How far the skin lies from the middle of the head in each direction, without the ears: hair is kept above it.
 *
 * <p>The directions are laid out on a square as on the unfolded faces of an octahedron, so that no direction on the head
 * is singular.
 */
final class SkullMap {

    /** In the middle of the head, in dm. */
    static final float[] CENTER = {0, 7.5f, .5f};

    private static final int SIDE = 128;
    private static final int SPLITS = 5;

    private final float[] radius;

    private SkullMap(float[] radius) {
        this.radius = radius;
    }

    static SkullMap of(NeutralSkin skin) {
        var radius = new float[SIDE * SIDE];
        var triangles = skin.mesh().triangles();
        var parts = skin.mesh().parts();
        var fine = skin.fine();
        for (int t = 0; t < parts.length; t++) {
            int corner = 3 * triangles[3 * t];
            boolean isHead = fine[corner + 1] > 6.1f && Math.abs(fine[corner]) < .95f;
            if (parts[t] == Part.EARS.number() || !isHead) {
                continue;
            }
            for (int i = 0; i <= SPLITS; i++) {
                for (int j = 0; j <= SPLITS - i; j++) {
                    float u = (float) i / SPLITS;
                    float v = (float) j / SPLITS;
                    note(radius, fine, triangles, t, u, v);
                }
            }
        }
        for (int round = 0; round < 12; round++) {
            fill(radius);
        }
        return new SkullMap(smooth(smooth(radius)));
    }

    /** Distance of the skin from {@link #CENTER} in the direction of a point. */
    float toSkin(float x, float y, float z) {
        float dx = x - CENTER[0];
        float dy = y - CENTER[1];
        float dz = z - CENTER[2];
        float column = column(dx, dy, dz);
        float row = row(dx, dy, dz);
        int c = Math.min(SIDE - 2, (int) column);
        int r = Math.min(SIDE - 2, (int) row);
        float u = column - c;
        float v = row - r;
        int at = r * SIDE + c;
        return (1 - v) * ((1 - u) * radius[at] + u * radius[at + 1])
                + v * ((1 - u) * radius[at + SIDE] + u * radius[at + SIDE + 1]);
    }

    /** How far a point lies above the skin, seen from the middle. */
    float height(float x, float y, float z) {
        float dx = x - CENTER[0];
        float dy = y - CENTER[1];
        float dz = z - CENTER[2];
        return (float) Math.sqrt(dx * dx + dy * dy + dz * dz) - toSkin(x, y, z);
    }

    /** Moves a point along its direction from the middle to {@code height} above the skin. */
    void lift(float[] point, float height) {
        float dx = point[0] - CENTER[0];
        float dy = point[1] - CENTER[1];
        float dz = point[2] - CENTER[2];
        float scale = (toSkin(point[0], point[1], point[2]) + height) / (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
        point[0] = CENTER[0] + dx * scale;
        point[1] = CENTER[1] + dy * scale;
        point[2] = CENTER[2] + dz * scale;
    }

    private static void note(float[] radius, float[] fine, int[] triangles, int t, float u, float v) {
        float[] p = new float[3];
        for (int k = 0; k < 3; k++) {
            p[k] = u * fine[3 * triangles[3 * t] + k]
                    + v * fine[3 * triangles[3 * t + 1] + k]
                    + (1 - u - v) * fine[3 * triangles[3 * t + 2] + k]
                    - CENTER[k];
        }
        int at = Math.round(row(p[0], p[1], p[2])) * SIDE + Math.round(column(p[0], p[1], p[2]));
        radius[at] = Math.max(radius[at], (float) Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]));
    }

    private static void fill(float[] radius) {
        var before = radius.clone();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (before[row * SIDE + column] > 0) {
                    continue;
                }
                float sum = 0;
                int count = 0;
                for (int i = -1; i <= 1; i++) {
                    for (int j = -1; j <= 1; j++) {
                        float near = before[clip(row + i) * SIDE + clip(column + j)];
                        sum += near;
                        count += near > 0 ? 1 : 0;
                    }
                }
                radius[row * SIDE + column] = count == 0 ? 0 : sum / count;
            }
        }
    }

    private static float[] smooth(float[] radius) {
        var smooth = new float[radius.length];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                float sum = 0;
                for (int i = -1; i <= 1; i++) {
                    for (int j = -1; j <= 1; j++) {
                        sum += radius[clip(row + i) * SIDE + clip(column + j)] * (2 - Math.abs(i)) * (2 - Math.abs(j));
                    }
                }
                smooth[row * SIDE + column] = sum / 16;
            }
        }
        return smooth;
    }

    private static int clip(int i) {
        return Math.max(0, Math.min(SIDE - 1, i));
    }

    private static float column(float x, float y, float z) {
        float sum = Math.abs(x) + Math.abs(y) + Math.abs(z) + 1e-9f;
        float a = x / sum;
        float b = z / sum;
        float across = y >= 0 ? a : (1 - Math.abs(b)) * (a >= 0 ? 1 : -1);
        return (across * .5f + .5f) * (SIDE - 1);
    }

    private static float row(float x, float y, float z) {
        return column(z, y, x);
    }
}
