package doppel.render;

import java.util.Arrays;

/** The depth of the first surface that parallel light meets. */
final class ShadowMap {

    final Beam beam;
    private final float[] depth;

    private ShadowMap(Beam beam) {
        this.beam = beam;
        depth = new float[beam.size * beam.size];
        Arrays.fill(depth, -1e9f);
    }

    static ShadowMap of(Mesh mesh, Beam beam) {
        var map = new ShadowMap(beam);
        map.draw(mesh);
        return map;
    }

    /** How much of the light arrives at a point, 0 to 1, soft over about a texel. */
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
        var above = (depth[i] <= own ? 1 - fx : 0) + (depth[i + 1] <= own ? fx : 0);
        i += beam.size;
        var below = (depth[i] <= own ? 1 - fx : 0) + (depth[i + 1] <= own ? fx : 0);
        return above + (below - above) * fy;
    }

    private void draw(Mesh mesh) {
        var count = mesh.vertexCount();
        var columns = new float[count];
        var rows = new float[count];
        var depths = new float[count];
        var p = mesh.positions;
        for (int v = 0; v < count; v++) {
            columns[v] = beam.column(p[3 * v], p[3 * v + 1], p[3 * v + 2]) - .5f;
            rows[v] = beam.row(p[3 * v], p[3 * v + 1], p[3 * v + 2]) - .5f;
            depths[v] = beam.depth(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
        }
        for (int t = 0; t < mesh.triangles.length; t += 3) {
            triangle(mesh.triangles[t], mesh.triangles[t + 1], mesh.triangles[t + 2], columns, rows, depths);
        }
    }

    private void triangle(int a, int b, int c, float[] columns, float[] rows, float[] depths) {
        var ax = columns[a];
        var ay = rows[a];
        var bx = columns[b];
        var by = rows[b];
        var cx = columns[c];
        var cy = rows[c];
        var area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
        // what faces away lies behind what faces the light: leaving it out halves the work
        if (area < 1e-7f) {
            return;
        }
        var scale = 1 / area;
        var left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx))));
        var right = Math.min(beam.size - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx))));
        var low = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy))));
        var high = Math.min(beam.size - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy))));
        for (int y = low; y <= high; y++) {
            for (int x = left; x <= right; x++) {
                var shareA = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) * scale;
                var shareB = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) * scale;
                var shareC = 1 - shareA - shareB;
                if (shareA < -1e-5f || shareB < -1e-5f || shareC < -1e-5f) {
                    continue;
                }
                var own = shareA * depths[a] + shareB * depths[b] + shareC * depths[c];
                var i = y * beam.size + x;
                if (own > depth[i]) {
                    depth[i] = own;
                }
            }
        }
    }
}
