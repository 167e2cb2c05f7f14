package doppel.render;

/**
 * A far lamp with a soft edge.
 *
 * @param x direction towards the lamp, with y and z a unit vector; x to the right of the picture, y up, z to the camera
 * @param y see x
 * @param z see x
 * @param red linear intensity, 0 and up; 1 lights a white surface facing the lamp to white
 * @param green see red
 * @param blue see red
 * @param degrees half the angle that the lamp spans seen from the face: 0 a point, 10 a soft box
 */
public record Lamp(float x, float y, float z, float red, float green, float blue, double degrees) {}
