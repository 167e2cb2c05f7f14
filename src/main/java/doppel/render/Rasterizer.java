package doppel.render;

/** Finds the nearest triangle of each sample. */
final class Rasterizer {

    private final Mesh mesh;
    private final Samples samples;
    private final float[] columns;
    private final float[] rows;
    private final float[] nearness;
    private final float[] top;
    private final float[] bottom;

    private Rasterizer(Mesh mesh, View view) {
        this.mesh = mesh;
        samples = new Samples(view.side);
        columns = new float[mesh.vertexCount()];
        rows = new float[mesh.vertexCount()];
        nearness = new float[mesh.vertexCount()];
        top = new float[mesh.triangleCount()];
        bottom = new float[mesh.triangleCount()];
        for (int v = 0; v < nearness.length; v++) {
            nearness[v] = view.nearness(mesh.positions[3 * v + 2]);
            columns[v] = view.column(mesh.positions[3 * v], nearness[v]);
            rows[v] = view.row(mesh.positions[3 * v + 1], nearness[v]);
        }
        for (int t = 0; t < top.length; t++) {
            var a = rows[mesh.triangles[3 * t]];
            var b = rows[mesh.triangles[3 * t + 1]];
            var c = rows[mesh.triangles[3 * t + 2]];
            top[t] = Math.min(a, Math.min(b, c));
            bottom[t] = Math.max(a, Math.max(b, c));
        }
    }

    static Samples draw(Mesh mesh, View view) {
        var rasterizer = new Rasterizer(mesh, view);
        Bands.each(view.side, rasterizer::rows);
        return rasterizer.samples;
    }

    private void rows(int from, int end) {
        for (int t = 0; t < top.length; t++) {
            if (bottom[t] >= from && top[t] < end) {
                triangle(t, from, end);
            }
        }
    }

    private void triangle(int t, int from, int end) {
        var a = mesh.triangles[3 * t];
        var b = mesh.triangles[3 * t + 1];
        var c = mesh.triangles[3 * t + 2];
        var ax = columns[a];
        var ay = rows[a];
        var bx = columns[b];
        var by = rows[b];
        var cx = columns[c];
        var cy = rows[c];
        var area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
        // rows grow downwards: what faces the camera turns clockwise, and its area comes out below 0
        if (area > -1e-7f) {
            return;
        }
        var scale = 1 / area;
        var left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - .5f));
        var right = Math.min(samples.side - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - .5f));
        var upper = Math.max(from, (int) Math.ceil(top[t] - .5f));
        var lower = Math.min(end - 1, (int) Math.floor(bottom[t] - .5f));
        for (int y = upper; y <= lower; y++) {
            for (int x = left; x <= right; x++) {
                var shareA = ((by - cy) * (x + .5f - cx) + (cx - bx) * (y + .5f - cy)) * scale;
                var shareB = ((cy - ay) * (x + .5f - cx) + (ax - cx) * (y + .5f - cy)) * scale;
                var shareC = 1 - shareA - shareB;
                if (shareA < -1e-5f || shareB < -1e-5f || shareC < -1e-5f) {
                    continue;
                }
                var near = shareA * nearness[a] + shareB * nearness[b] + shareC * nearness[c];
                var i = y * samples.side + x;
                if (near > samples.nearness[i]) {
                    samples.nearness[i] = near;
                    samples.triangle[i] = t;
                    // shares on the picture are not those in space: what is nearer weighs more
                    samples.first[i] = shareA * nearness[a] / near;
                    samples.second[i] = shareB * nearness[b] / near;
                }
            }
        }
    }
}
