package doppel.render;

/** Reads textures between their texels. */
final class TextureReader {

    private TextureReader() {}

    static void color(Texture texture, float u, float v, float[] color) {
        var column = column(texture, u);
        var row = row(texture, v);
        var x = Math.min((int) column, texture.width() - 2);
        var y = Math.min((int) row, texture.height() - 2);
        var fx = column - x;
        var fy = row - y;
        var i = 3 * (y * texture.width() + x);
        var below = i + 3 * texture.width();
        var texels = texture.albedo();
        for (int k = 0; k < 3; k++) {
            color[k] = Maths.mix(
                    Maths.mix(texels[i + k], texels[i + 3 + k], fx),
                    Maths.mix(texels[below + k], texels[below + 3 + k], fx),
                    fy);
        }
    }

    static float value(Texture texture, float[] texels, float u, float v) {
        var column = column(texture, u);
        var row = row(texture, v);
        var x = Math.min((int) column, texture.width() - 2);
        var y = Math.min((int) row, texture.height() - 2);
        var fx = column - x;
        var fy = row - y;
        var i = y * texture.width() + x;
        var below = i + texture.width();
        return Maths.mix(Maths.mix(texels[i], texels[i + 1], fx), Maths.mix(texels[below], texels[below + 1], fx), fy);
    }

    private static float column(Texture texture, float u) {
        return Math.max(0, Math.min(texture.width() - 1, u * texture.width() - .5f));
    }

    private static float row(Texture texture, float v) {
        return Math.max(0, Math.min(texture.height() - 1, (1 - v) * texture.height() - .5f));
    }
}
