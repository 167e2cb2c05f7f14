package doppel.render;

/** The light of each sample, in layers that are put together in the end. */
final class Layers {

    final float[] irradiance;
    final float[] albedo;
    final float[] mirrored;
    final float[] translucency;

    Layers(int side) {
        irradiance = new float[3 * side * side];
        albedo = new float[3 * side * side];
        mirrored = new float[3 * side * side];
        translucency = new float[side * side];
    }
}
