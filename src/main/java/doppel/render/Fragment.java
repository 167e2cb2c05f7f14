package doppel.render;

/** The sample being lit: where it is, what light arrives, and what becomes of it. One for each thread. */
final class Fragment {

    final View view;
    /** How much of each lamp arrives, 0 to 1. */
    final float[] lit;
    /** What of the sky arrives: see {@link SkyLight#at}. */
    final float[] seen = new float[3];
    /** Light that falls on the sample and spreads under the surface. */
    final float[] irradiance = new float[3];
    /** Color of the surface. */
    final float[] albedo = new float[3];
    /** Light that the surface mirrors. */
    final float[] mirrored = new float[3];

    float x;
    float y;
    float z;
    float nx;
    float ny;
    float nz;
    /** To the camera. */
    float vx;

    float vy;
    float vz;
    float u;
    float v;
    float translucency;
    /** dm a sample. */
    float span;

    private float ux;
    private float uy;
    private float uz;
    private float wx;
    private float wy;
    private float wz;
    private float determinant;

    Fragment(View view, int lamps) {
        this.view = view;
        lit = new float[lamps];
    }

    /** Takes a place in a triangle. */
    void at(Mesh mesh, int triangle, float first, float second) {
        var third = 1 - first - second;
        var a = 3 * mesh.triangles[3 * triangle];
        var b = 3 * mesh.triangles[3 * triangle + 1];
        var c = 3 * mesh.triangles[3 * triangle + 2];
        var p = mesh.positions;
        x = first * p[a] + second * p[b] + third * p[c];
        y = first * p[a + 1] + second * p[b + 1] + third * p[c + 1];
        z = first * p[a + 2] + second * p[b + 2] + third * p[c + 2];
        var n = mesh.normals;
        turn(
                first * n[a] + second * n[b] + third * n[c],
                first * n[a + 1] + second * n[b + 1] + third * n[c + 1],
                first * n[a + 2] + second * n[b + 2] + third * n[c + 2]);
        vx = view.x - x;
        vy = view.y - y;
        vz = view.z - z;
        span = vz / view.focal;
        var length = Maths.inverseLength(vx, vy, vz);
        vx *= length;
        vy *= length;
        vz *= length;
        var t = 6 * triangle;
        u = first * mesh.uv[t] + second * mesh.uv[t + 2] + third * mesh.uv[t + 4];
        v = first * mesh.uv[t + 1] + second * mesh.uv[t + 3] + third * mesh.uv[t + 5];
    }

    /** Sets the normal. */
    void turn(float x, float y, float z) {
        var length = Maths.inverseLength(x, y, z);
        nx = x * length;
        ny = y * length;
        nz = z * length;
    }

    /** Finds how the place moves as u and v grow; {@link #bend} and {@link #spanOfU} need it. */
    void spread(Mesh mesh, int triangle) {
        var p = mesh.positions;
        var a = 3 * mesh.triangles[3 * triangle];
        var b = 3 * mesh.triangles[3 * triangle + 1];
        var c = 3 * mesh.triangles[3 * triangle + 2];
        var t = 6 * triangle;
        var u1 = mesh.uv[t + 2] - mesh.uv[t];
        var v1 = mesh.uv[t + 3] - mesh.uv[t + 1];
        var u2 = mesh.uv[t + 4] - mesh.uv[t];
        var v2 = mesh.uv[t + 5] - mesh.uv[t + 1];
        var area = u1 * v2 - u2 * v1;
        determinant = 0;
        if (Math.abs(area) < 1e-12f) {
            return;
        }
        var scale = 1 / area;
        ux = ((p[b] - p[a]) * v2 - (p[c] - p[a]) * v1) * scale;
        uy = ((p[b + 1] - p[a + 1]) * v2 - (p[c + 1] - p[a + 1]) * v1) * scale;
        uz = ((p[b + 2] - p[a + 2]) * v2 - (p[c + 2] - p[a + 2]) * v1) * scale;
        wx = ((p[c] - p[a]) * u1 - (p[b] - p[a]) * u2) * scale;
        wy = ((p[c + 1] - p[a + 1]) * u1 - (p[b + 1] - p[a + 1]) * u2) * scale;
        wz = ((p[c + 2] - p[a + 2]) * u1 - (p[b + 2] - p[a + 2]) * u2) * scale;
        determinant = ux * (wy * nz - wz * ny) + uy * (wz * nx - wx * nz) + uz * (wx * ny - wy * nx);
    }

    /** dm that the place moves as u grows by 1. */
    float spanOfU() {
        return (float) Math.sqrt(ux * ux + uy * uy + uz * uz);
    }

    /**
     * Turns the normal as a height does that grows by so many dm as u and v grow by 1.
     *
     * <p>Source: Mikkelsen, Bump Mapping Unparametrized Surfaces on the GPU, 2010.
     */
    void bend(float heightOfU, float heightOfV) {
        if (Math.abs(determinant) < 1e-12f) {
            return;
        }
        var scale = 1 / determinant;
        // w x n and n x u are the directions in which only u and only v grow
        var gx = ((wy * nz - wz * ny) * heightOfU + (ny * uz - nz * uy) * heightOfV) * scale;
        var gy = ((wz * nx - wx * nz) * heightOfU + (nz * ux - nx * uz) * heightOfV) * scale;
        var gz = ((wx * ny - wy * nx) * heightOfU + (nx * uy - ny * ux) * heightOfV) * scale;
        turn(nx - gx, ny - gy, nz - gz);
    }

    float towardsCamera() {
        return nx * vx + ny * vy + nz * vz;
    }
}
