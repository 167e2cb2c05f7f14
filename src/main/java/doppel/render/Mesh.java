package doppel.render;

import java.util.Arrays;
import java.util.List;

/** All surfaces of a scene in one set of arrays; a vertex belongs to one surface. */
final class Mesh {

    final float[] positions;
    final float[] normals;
    final float[] face;
    final int[] triangles;
    final float[] uv;
    final byte[] parts;
    final short[] surfaceOf;
    final List<Surface> surfaces;

    Mesh(List<Surface> surfaces) {
        this.surfaces = surfaces;
        var vertices = 0;
        var corners = 0;
        for (var surface : surfaces) {
            vertices += surface.positions().length;
            corners += surface.triangles().length;
        }
        positions = new float[vertices];
        normals = new float[vertices];
        face = new float[vertices / 3];
        triangles = new int[corners];
        uv = new float[corners * 2];
        parts = new byte[corners / 3];
        surfaceOf = new short[corners / 3];
        var vertex = 0;
        var corner = 0;
        for (int s = 0; s < surfaces.size(); s++) {
            var surface = surfaces.get(s);
            System.arraycopy(surface.positions(), 0, positions, 3 * vertex, surface.positions().length);
            System.arraycopy(surface.normals(), 0, normals, 3 * vertex, surface.positions().length);
            System.arraycopy(surface.face(), 0, face, vertex, surface.positions().length / 3);
            var own = surface.triangles();
            for (int i = 0; i < own.length; i++) {
                triangles[corner + i] = own[i] + vertex;
            }
            System.arraycopy(surface.uv(), 0, uv, 2 * corner, own.length * 2);
            System.arraycopy(surface.parts(), 0, parts, corner / 3, own.length / 3);
            Arrays.fill(surfaceOf, corner / 3, (corner + own.length) / 3, (short) s);
            vertex += surface.positions().length / 3;
            corner += own.length;
        }
    }

    int triangleCount() {
        return triangles.length / 3;
    }

    int vertexCount() {
        return positions.length / 3;
    }
}
