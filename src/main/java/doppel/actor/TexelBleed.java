package doppel.actor;

import doppel.render.Texture;

/** Lets paint run over the edges of a texture's pieces, so that blending between texels finds no empty ones. */
final class TexelBleed {

    private static final int ROUNDS = 3;

    private TexelBleed() {}

    static void over(Texture texture, Texels texels) {
        int width = texture.width();
        int height = texture.height();
        var painted = new boolean[width * height];
        for (int at = 0; at < painted.length; at++) {
            painted[at] = texels.triangle()[at] >= 0;
        }
        for (int round = 0; round < ROUNDS; round++) {
            var before = painted.clone();
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    int at = row * width + column;
                    if (!before[at]) {
                        painted[at] = take(texture, at, before, column, row);
                    }
                }
            }
        }
    }

    private static boolean take(Texture texture, int at, boolean[] painted, int column, int row) {
        int width = texture.width();
        int from = column > 0 && painted[at - 1]
                ? at - 1
                : column < width - 1 && painted[at + 1]
                        ? at + 1
                        : row > 0 && painted[at - width]
                                ? at - width
                                : row < texture.height() - 1 && painted[at + width] ? at + width : -1;
        if (from < 0) {
            return false;
        }
        System.arraycopy(texture.albedo(), 3 * from, texture.albedo(), 3 * at, 3);
        texture.relief()[at] = texture.relief()[from];
        texture.gloss()[at] = texture.gloss()[from];
        texture.translucency()[at] = texture.translucency()[from];
        return true;
    }
}
