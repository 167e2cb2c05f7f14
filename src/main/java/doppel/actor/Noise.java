package doppel.actor;

/**
 * Smooth random numbers in space: the same place and seed give the same number on every machine.
 *
 * <p>Gradient noise after Perlin: a random direction at each corner of a unit grid, blended between the corners.
 */
final class Noise {

    private final int seed;

    Noise(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /** About -1 to 1, with features one unit large. */
    float at(float x, float y, float z) {
        int ix = floor(x);
        int iy = floor(y);
        int iz = floor(z);
        float fx = x - ix;
        float fy = y - iy;
        float fz = z - iz;
        float u = fade(fx);
        float v = fade(fy);
        float w = fade(fz);
        float near = Curves.mix(
                Curves.mix(slope(ix, iy, iz, fx, fy, fz), slope(ix + 1, iy, iz, fx - 1, fy, fz), u),
                Curves.mix(slope(ix, iy + 1, iz, fx, fy - 1, fz), slope(ix + 1, iy + 1, iz, fx - 1, fy - 1, fz), u),
                v);
        float far = Curves.mix(
                Curves.mix(slope(ix, iy, iz + 1, fx, fy, fz - 1), slope(ix + 1, iy, iz + 1, fx - 1, fy, fz - 1), u),
                Curves.mix(
                        slope(ix, iy + 1, iz + 1, fx, fy - 1, fz - 1),
                        slope(ix + 1, iy + 1, iz + 1, fx - 1, fy - 1, fz - 1),
                        u),
                v);
        return Curves.mix(near, far, w);
    }

    /** Noise of a frequency and, half as strong each, its octaves. */
    float sum(float x, float y, float z, float frequency, int octaves) {
        float total = 0;
        float strength = 1;
        float f = frequency;
        for (int octave = 0; octave < octaves; octave++) {
            total += strength * at(f * x + 17 * octave, f * y, f * z);
            strength *= .5f;
            f *= 2;
        }
        return total;
    }

    private float slope(int ix, int iy, int iz, float x, float y, float z) {
        int h = hash(ix, iy, iz);
        float a = (h & 8) == 0 ? x : y;
        float b = (h & 12) == 12 ? x : (h & 4) == 0 ? y : z;
        return ((h & 1) == 0 ? a : -a) + ((h & 2) == 0 ? b : -b);
    }

    private int hash(int ix, int iy, int iz) {
        int h = ix * 0x8da6b343 ^ iy * 0xd8163841 ^ iz * 0xcb1ab31f ^ seed * 0x9e3779b9;
        h = (h ^ h >>> 15) * 0x2c1b3c6d;
        h = (h ^ h >>> 12) * 0x297a2d39;
        return h ^ h >>> 15;
    }

    private static int floor(float value) {
        int whole = (int) value;
        return value < whole ? whole - 1 : whole;
    }

    private static float fade(float t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}
