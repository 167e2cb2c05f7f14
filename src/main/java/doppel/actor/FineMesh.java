package doppel.actor;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The skin of the head, neck and shoulders after one step of subdivision: one connected surface with the inside of the
 * mouth and the pockets of the eyes, open only at the arms and below.
 */
final class FineMesh {

    private final Subdivision subdivision;
    private final int[] triangles;
    private final float[] uv;
    private final byte[] parts;
    private final float[] rest;
    private final Map<Region, float[]> weights;

    private static final class Holder {
        static final FineMesh BODY = new FineMesh(HeadData.load());
    }

    private FineMesh(HeadData head) {
        var quads = head.quads("body");
        subdivision = Subdivision.of(quads, HeadData.BODY);
        triangles = subdivision.triangles();
        uv = uv(head.uv("body"));
        rest = refine(head.rest());
        var restNormals = normals(rest);
        weights = new EnumMap<>(Region.class);
        var regions = new SkinRegions(head);
        for (var region : Region.values()) {
            weights.put(region, regions.weights(region, subdivision.stencils(), rest, restNormals));
        }
        parts = regions.parts(weights, triangles, quads.length / 4);
    }

    /** Made once. */
    static FineMesh body() {
        return Holder.BODY;
    }

    int vertexCount() {
        return subdivision.stencils().count();
    }

    /** Three vertices each, counterclockwise from outside; eight triangles for each quad of the data, in its order. */
    int[] triangles() {
        return triangles;
    }

    /** u v of each corner in the {@link Atlas}: one texture for the whole skin, 0 to 1, v up. */
    float[] uv() {
        return uv;
    }

    /** Number of the {@link Part} a triangle. */
    byte[] parts() {
        return parts;
    }

    /** The fine template at rest, x y z a vertex, in dm. */
    float[] rest() {
        return rest;
    }

    /** 0 to 1 a vertex. */
    float[] weights(Region region) {
        return weights.get(region);
    }

    /** Fine positions from positions of the base mesh. Vertices of the base mesh keep their number. */
    float[] refine(float[] base) {
        return subdivision.stencils().apply(base, 3);
    }

    /** For each vertex of the base mesh the least {@link Region#FACE} of all that it moves. */
    float[] baseFace() {
        var face = weights(Region.FACE);
        var stencils = subdivision.stencils();
        var least = new float[HeadData.BODY];
        Arrays.fill(least, 1);
        for (int i = 0; i < face.length; i++) {
            for (int j = stencils.starts()[i]; j < stencils.starts()[i + 1]; j++) {
                least[stencils.sources()[j]] = Math.min(least[stencils.sources()[j]], face[i]);
            }
        }
        return least;
    }

    /** Numbers a vertex of the base mesh ({@code stride} of them), for the fine vertices. */
    float[] refine(float[] base, int stride) {
        return subdivision.stencils().apply(base, stride);
    }

    /** Unit normals of fine positions. */
    float[] normals(float[] fine) {
        return Normals.of(fine, triangles);
    }

    /** Which triangle lies where in a texture of this size. */
    Texels texels(int width, int height) {
        return Texels.of(uv, width, height);
    }

    /** The sheet of the data, laid into the atlas and split as the quads are. */
    private static float[] uv(float[] sheet) {
        var count = sheet.length / 8;
        var uv = new float[count * 4 * 2 * 6];
        var corner = new float[8];
        for (int q = 0; q < count; q++) {
            var u = 0f;
            var v = 0f;
            for (int k = 0; k < 4; k++) {
                u += sheet[8 * q + 2 * k] / 4;
                v += sheet[8 * q + 2 * k + 1] / 4;
            }
            var piece = Atlas.piece(u, v);
            for (int k = 0; k < 4; k++) {
                corner[2 * k] = Atlas.u(piece, sheet[8 * q + 2 * k]);
                corner[2 * k + 1] = Atlas.v(piece, sheet[8 * q + 2 * k + 1]);
            }
            for (int k = 0; k < 4; k++) {
                for (int axis = 0; axis < 2; axis++) {
                    var here = corner[2 * k + axis];
                    var next = (here + corner[(2 * k + 2) % 8 + axis]) / 2;
                    var last = (here + corner[(2 * k + 6) % 8 + axis]) / 2;
                    var middle = (corner[axis] + corner[2 + axis] + corner[4 + axis] + corner[6 + axis]) / 4;
                    var at = (4 * q + k) * 12 + axis;
                    uv[at] = here;
                    uv[at + 2] = next;
                    uv[at + 4] = middle;
                    uv[at + 6] = here;
                    uv[at + 8] = middle;
                    uv[at + 10] = last;
                }
            }
        }
        return uv;
    }
}
