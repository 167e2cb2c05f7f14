package doppel.render;

import doppel.geometry.Point;

/**
 * Looks along -z at a square picture: where a point of the scene falls in it.
 *
 * <p>Scene: decimetres, x to the right of the picture, y up, z towards the camera. Picture: pixels, origin top left, the
 * center of the first pixel at .5.
 *
 * @param size pixels a side, 16 to 4096
 * @param focal focal length in picture sides; 2.9 is a portrait lens
 * @param x of the camera, in dm
 * @param y of the camera, in dm
 * @param z of the camera, in dm; everything shown lies before it
 */
public record Camera(int size, double focal, double x, double y, double z) {

    /**
     * @throws IllegalArgumentException if the size is out of range or the focal length is not above 0
     */
    public Camera {
        if (size < 16 || size > 4096) {
            throw new IllegalArgumentException("size must be 16 to 4096 pixels, got %d; try 512".formatted(size));
        }
        if (!(focal > 0)) {
            throw new IllegalArgumentException("focal must be above 0 picture sides, got %s; try 2.9".formatted(focal));
        }
    }

    /** Where a point of the scene falls, in pixels. */
    public Point project(double px, double py, double pz) {
        var scale = size * focal / (z - pz);
        return new Point(size / 2.0 + (px - x) * scale, size / 2.0 - (py - y) * scale);
    }
}
