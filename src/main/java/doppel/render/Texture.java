package doppel.render;

/**
 * What a skin looks like, texel by texel; the first row is at v = 1.
 *
 * @param width in texels
 * @param height in texels
 * @param albedo linear red, green, blue a texel, 0 to 1
 * @param relief height a texel in micrometres, for pores and fine lines
 * @param gloss 0 dull to 1 wet a texel; bare skin .35 to .5, lips .6, cloth 0
 * @param translucency 0 cloth to 1 skin a texel: how far light spreads under the surface
 */
public record Texture(int width, int height, float[] albedo, float[] relief, float[] gloss, float[] translucency) {}
