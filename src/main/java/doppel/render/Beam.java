package doppel.render;

/** Parallel light from one direction, seen as a square map: columns, rows and depths of points. */
final class Beam {

    final float x;
    final float y;
    final float z;
    final int size;
    /** dm a texel. */
    final float texel;

    private final float ux;
    private final float uy;
    private final float uz;
    private final float vx;
    private final float vy;
    private final float vz;
    private final float u0;
    private final float v0;

    /**
     * @param x direction to the light, with y and z a unit vector
     * @param center of what the map shows
     * @param radius half of what the map shows, in dm
     * @param size texels a side
     */
    Beam(float x, float y, float z, float[] center, float radius, int size) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.size = size;
        texel = 2 * radius / size;
        var upright = Math.abs(y) < .9f;
        // right = up x direction
        var rx = upright ? z : 0;
        var ry = upright ? 0 : -z;
        var rz = upright ? -x : y;
        var length = Maths.inverseLength(rx, ry, rz);
        ux = rx * length / texel;
        uy = ry * length / texel;
        uz = rz * length / texel;
        vx = y * uz - z * uy;
        vy = z * ux - x * uz;
        vz = x * uy - y * ux;
        u0 = size * .5f - (center[0] * ux + center[1] * uy + center[2] * uz);
        v0 = size * .5f - (center[0] * vx + center[1] * vy + center[2] * vz);
    }

    float column(float px, float py, float pz) {
        return u0 + px * ux + py * uy + pz * uz;
    }

    float row(float px, float py, float pz) {
        return v0 + px * vx + py * vy + pz * vz;
    }

    /** Larger is closer to the light. */
    float depth(float px, float py, float pz) {
        return px * x + py * y + pz * z;
    }
}
