package doppel.actor;

import doppel.render.Material;
import doppel.render.Surface;
import java.util.Arrays;
import java.util.List;

/** Teeth and tongue, one step of subdivision finer than the data's. */
final class MouthMeshes {

    private static final float[] TOOTH = {.58f, .53f, .44f};
    private static final float[] TONGUE = {.62f, .20f, .18f};

    private final List<Piece> pieces;

    private static final class Holder {
        static final MouthMeshes MOUTH = new MouthMeshes(HeadData.load());
    }

    /** A mesh of its own vertices, mixed from those of the base mesh. */
    private record Piece(Stencils stencils, int[] triangles, float[] uv, Material material) {

        Surface pose(float[] base) {
            var positions = stencils.apply(base, 3);
            var face = new float[stencils.count()];
            Arrays.fill(face, 1);
            var parts = new byte[triangles.length / 3];
            Arrays.fill(parts, Part.MOUTH.number());
            return new Surface(positions, Normals.of(positions, triangles), face, triangles, uv, parts, material);
        }
    }

    private MouthMeshes(HeadData head) {
        pieces = List.of(
                piece(head, "helper-upper-teeth", new Material.Teeth(TOOTH), new Row(6.77, .08, 6.60, .24)),
                piece(head, "helper-lower-teeth", new Material.Teeth(TOOTH), new Row(6.42, -.36, 6.593, -.237)),
                piece(head, "helper-tongue", new Material.Plain(TONGUE, .45f, .7f), new Row(0, 0, 1, 0)));
    }

    static List<Surface> pose(float[] base) {
        return Holder.MOUTH.pieces.stream().map(piece -> piece.pose(base)).toList();
    }

    /**
     * How high a row of teeth stands in the template: height at the front and how much it rises towards the back.
     *
     * @param gum where the teeth leave the gums, in dm
     * @param gumRise per dm
     * @param edge where they bite, in dm
     * @param edgeRise per dm
     */
    private record Row(double gum, double gumRise, double edge, double edgeRise) {

        private static final double FRONT = 1.49;

        /** 0 at the gums, 1 at the edge. */
        double along(double y, double z) {
            var from = gum + gumRise * (FRONT - z);
            var to = edge + edgeRise * -(FRONT - z);
            return Math.max(0, Math.min(1, (y - from) / (to - from)));
        }
    }

    private static Piece piece(HeadData head, String group, Material material, Row row) {
        var quads = head.quads(group);
        var fine = Subdivision.of(quads, head.vertexCount());
        var used = Arrays.stream(fine.quads()).distinct().sorted().toArray();
        var local = new int[fine.stencils().count()];
        for (int i = 0; i < used.length; i++) {
            local[used[i]] = i;
        }
        var stencils = fine.stencils().only(used);
        var triangles = fine.triangles();
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = local[triangles[i]];
        }
        return new Piece(stencils, triangles, uv(stencils.apply(head.rest(), 3), triangles, row), material);
    }

    /** u by the length along the arch, v by height. */
    private static float[] uv(float[] rest, int[] triangles, Row row) {
        var uv = new float[2 * triangles.length];
        for (int i = 0; i < triangles.length; i++) {
            var x = rest[3 * triangles[i]];
            var y = rest[3 * triangles[i] + 1];
            var z = rest[3 * triangles[i] + 2];
            uv[2 * i] = (float) (.5 + .5 * Math.copySign(arch(Math.abs(x), z), x));
            uv[2 * i + 1] = (float) row.along(y, z);
        }
        return uv;
    }

    /** Length along an arch that runs straight back from the canines, 0 in the middle to 1 behind. */
    private static double arch(double x, double z) {
        var angle = StrictMath.atan2(x, z - 1.22);
        var quarter = StrictMath.PI / 2;
        return angle < quarter ? .58 * angle / quarter : Math.min(1, .58 + (1.22 - z) * 1.6);
    }
}
