package doppel.actor;

/** Normals of a mesh: at each vertex the mean of its triangles', larger triangles counting more. */
final class Normals {

    private Normals() {}

    static float[] of(float[] positions, int[] triangles) {
        var normals = new float[positions.length];
        for (int t = 0; t < triangles.length; t += 3) {
            var a = 3 * triangles[t];
            var b = 3 * triangles[t + 1];
            var c = 3 * triangles[t + 2];
            var ux = positions[b] - positions[a];
            var uy = positions[b + 1] - positions[a + 1];
            var uz = positions[b + 2] - positions[a + 2];
            var vx = positions[c] - positions[a];
            var vy = positions[c + 1] - positions[a + 1];
            var vz = positions[c + 2] - positions[a + 2];
            var nx = uy * vz - uz * vy;
            var ny = uz * vx - ux * vz;
            var nz = ux * vy - uy * vx;
            for (int k = 0; k < 3; k++) {
                var at = 3 * triangles[t + k];
                normals[at] += nx;
                normals[at + 1] += ny;
                normals[at + 2] += nz;
            }
        }
        for (int i = 0; i < normals.length; i += 3) {
            var x = normals[i];
            var y = normals[i + 1];
            var z = normals[i + 2];
            var length = (float) Math.sqrt(x * x + y * y + z * z);
            if (length > 0) {
                normals[i] = x / length;
                normals[i + 1] = y / length;
                normals[i + 2] = z / length;
            } else {
                normals[i + 2] = 1;
            }
        }
        return normals;
    }
}
