package doppel.render;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Light from everywhere: how much of the sky a place sees, by a depth map for each of some tens of directions.
 *
 * <p>Places that see little of it, such as the mouth inside and the corners of the eyes, become dark.
 */
final class SkyLight {

    private final List<ShadowMap> maps;
    private final float share;
    private final List<HairShadow> hair;
    private final float[] vertices;

    private SkyLight(Mesh mesh, List<ShadowMap> maps, float share, List<HairShadow> hair) {
        this.maps = maps;
        this.share = share;
        this.hair = hair;
        vertices = new float[mesh.vertexCount() * 3];
        var p = mesh.positions;
        var n = mesh.normals;
        Bands.each(mesh.vertexCount(), (first, end) -> {
            var seen = new float[3];
            var offset = 1.2f * maps.get(0).beam.texel;
            for (int v = 3 * first; v < 3 * end; v += 3) {
                at(
                        p[v] + offset * n[v],
                        p[v + 1] + offset * n[v + 1],
                        p[v + 2] + offset * n[v + 2],
                        n[v],
                        n[v + 1],
                        n[v + 2],
                        seen);
                System.arraycopy(seen, 0, vertices, v, 3);
            }
        });
    }

    static SkyLight of(
            Mesh casters, Mesh mesh, float[] center, float radius, int size, int directions, List<HairShadow> hair) {
        var maps = IntStream.range(0, directions)
                .filter(i -> depth(i, directions) > -.55)
                .parallel()
                .mapToObj(i -> ShadowMap.of(casters, beam(i, directions, center, radius, size)))
                .toList();
        return new SkyLight(mesh, maps, 4f / directions, hair);
    }

    /**
     * What a place sees, each 0 to 1: {@code seen} becomes the weight of the sky's top, of its bottom, and the share
     * that surfaces hide.
     */
    void at(float x, float y, float z, float nx, float ny, float nz, float[] seen) {
        var top = 0f;
        var bottom = 0f;
        var hidden = 0f;
        for (int i = 0; i < maps.size(); i++) {
            var map = maps.get(i);
            var cosine = nx * map.beam.x + ny * map.beam.y + nz * map.beam.z;
            if (cosine > 0) {
                var lit = map.lit(x, y, z) * cosine;
                top += lit * (.5f + .5f * map.beam.y);
                bottom += lit * (.5f - .5f * map.beam.y);
                hidden += cosine - lit;
            }
        }
        var through = throughHair(x, y, z) * share;
        seen[0] = top * through;
        seen[1] = bottom * through;
        seen[2] = hidden * share;
    }

    /** {@link #at} for a place in a triangle, from its vertices. */
    void at(Mesh mesh, int triangle, float first, float second, float[] seen) {
        var a = 3 * mesh.triangles[3 * triangle];
        var b = 3 * mesh.triangles[3 * triangle + 1];
        var c = 3 * mesh.triangles[3 * triangle + 2];
        var third = 1 - first - second;
        for (int k = 0; k < 3; k++) {
            seen[k] = first * vertices[a + k] + second * vertices[b + k] + third * vertices[c + k];
        }
    }

    /** How much of the sky's light hair lets through to a place. */
    float throughHair(float x, float y, float z) {
        if (hair.isEmpty()) {
            return 1;
        }
        var sum = 0f;
        for (int i = 0; i < hair.size(); i++) {
            sum += hair.get(i).lit(x, y, z);
        }
        return sum / hair.size();
    }

    private static double depth(int i, int directions) {
        return 1 - (i + .5) * 2 / directions;
    }

    private static Beam beam(int i, int directions, float[] center, float radius, int size) {
        // points of a sphere on a golden spiral lie evenly
        var z = depth(i, directions);
        var wide = Math.sqrt(1 - z * z);
        var angle = i * Maths.GOLDEN_ANGLE;
        return new Beam(
                (float) (wide * StrictMath.cos(angle)),
                (float) (wide * StrictMath.sin(angle)),
                (float) z,
                center,
                radius,
                size);
    }
}
