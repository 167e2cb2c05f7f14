package doppel.render;

/** Random patterns in the plane: a random value at each corner of a unit grid, blended between the corners. */
final class ValueNoise {

    private ValueNoise() {}

    /** 0 to 1. */
    static float hash(int x, int y, int seed) {
        var n = x * 374761393 + y * 668265263 + seed * 974634777;
        n = (n ^ (n >>> 13)) * 1274126177;
        n = (n ^ (n >>> 16)) * 0x45d9f3b;
        return ((n >>> 8) & 0xffff) / 65535f;
    }

    /** Smooth, 0 to 1, one bump a unit. */
    static float value(float x, float y, int seed) {
        var column = (int) Math.floor(x);
        var row = (int) Math.floor(y);
        var fx = x - column;
        var fy = y - row;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        var top = Maths.mix(hash(column, row, seed), hash(column + 1, row, seed), fx);
        var bottom = Maths.mix(hash(column, row + 1, seed), hash(column + 1, row + 1, seed), fx);
        return Maths.mix(top, bottom, fy);
    }
}
