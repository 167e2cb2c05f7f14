package doppel.actor;

import doppel.render.Texture;
import java.util.stream.IntStream;

/**
 * Paints the skin of a person, and the cloth on the shoulders: color, pores and lines, shine.
 *
 * <p>All is drawn by formula at the place that a texel has on the template, so that paint follows every shape: a wide
 * mouth has wide lips.
 */
final class SkinPainter {

    private final FineMesh mesh;
    private final Texels texels;
    private final SkinPaint skin;
    private final ClothPaint cloth;
    private final float[] albedo;
    private final float[] relief;
    private final float[] gloss;
    private final float[] translucency;

    private SkinPainter(Person person, int side) {
        mesh = FineMesh.body();
        texels = mesh.texels(side, side);
        skin = new SkinPaint(person, side);
        cloth = new ClothPaint(person.recipe());
        albedo = new float[3 * side * side];
        relief = new float[side * side];
        gloss = new float[side * side];
        translucency = new float[side * side];
    }

    /**
     * @param size of the picture in pixels that the texture is for
     */
    static Texture paint(Person person, int size) {
        int side = Math.max(256, Math.min(2048, 2 * size));
        var painter = new SkinPainter(person, side);
        // each row is painted by itself, so that the number of threads changes nothing
        IntStream.range(0, side).parallel().forEach(painter::row);
        var texture = new Texture(side, side, painter.albedo, painter.relief, painter.gloss, painter.translucency);
        TexelBleed.over(texture, painter.texels);
        return texture;
    }

    private void row(int row) {
        var texel = new SkinTexel();
        var rest = mesh.rest();
        var triangles = mesh.triangles();
        var mouths = mesh.weights(Region.MOUTH);
        var sockets = mesh.weights(Region.SOCKETS);
        var lids = mesh.weights(Region.LIDS);
        for (int at = row * texels.width(); at < (row + 1) * texels.width(); at++) {
            int t = texels.triangle()[at];
            if (t < 0) {
                continue;
            }
            float first = texels.share()[2 * at];
            float second = texels.share()[2 * at + 1];
            float third = 1 - first - second;
            int a = triangles[3 * t];
            int b = triangles[3 * t + 1];
            int c = triangles[3 * t + 2];
            texel.x = first * rest[3 * a] + second * rest[3 * b] + third * rest[3 * c];
            texel.y = first * rest[3 * a + 1] + second * rest[3 * b + 1] + third * rest[3 * c + 1];
            texel.z = first * rest[3 * a + 2] + second * rest[3 * b + 2] + third * rest[3 * c + 2];
            texel.mouth = first * mouths[a] + second * mouths[b] + third * mouths[c];
            texel.socket = first * sockets[a] + second * sockets[b] + third * sockets[c];
            texel.lid = first * lids[a] + second * lids[b] + third * lids[c];
            paint(texel);
            System.arraycopy(texel.color, 0, albedo, 3 * at, 3);
            relief[at] = texel.relief;
            gloss[at] = texel.gloss;
            translucency[at] = texel.translucency;
        }
    }

    private void paint(SkinTexel texel) {
        float covered = texel.mouth > .5f ? 0 : cloth.cover(texel.x, texel.y, texel.z);
        texel.gloss = 0;
        texel.relief = 0;
        texel.translucency = 1 - covered;
        if (covered < 1) {
            skin.on(texel);
            texel.darken(cloth.shade(texel.x, texel.y, texel.z));
        }
        if (covered > 0) {
            cloth.color(texel.x, texel.y, texel.z, texel.other);
            texel.mix(texel.other, covered);
            texel.relief = Curves.mix(texel.relief, cloth.relief(texel.x, texel.y, texel.z), covered);
            texel.gloss *= 1 - covered;
        }
    }
}
