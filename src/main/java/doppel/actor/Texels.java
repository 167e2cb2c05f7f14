package doppel.actor;

import java.util.Arrays;

/**
 * What each texel of the skin's texture shows; first row at v = 1.
 *
 * @param width in texels
 * @param height in texels
 * @param triangle of the fine mesh, or -1 where the texture is empty
 * @param share of the triangle's first two corners, two numbers a texel
 */
record Texels(int width, int height, int[] triangle, float[] share) {

    /** Numbers per vertex (or {@code stride} numbers), blended over the triangles; NaN where the texture is empty. */
    float[] blend(FineMesh mesh, float[] perVertex, int stride) {
        var triangles = mesh.triangles();
        var out = new float[stride * width * height];
        for (int texel = 0; texel < width * height; texel++) {
            var t = triangle[texel];
            for (int k = 0; k < stride; k++) {
                out[stride * texel + k] = t < 0
                        ? Float.NaN
                        : share[2 * texel] * perVertex[stride * triangles[3 * t] + k]
                                + share[2 * texel + 1] * perVertex[stride * triangles[3 * t + 1] + k]
                                + (1 - share[2 * texel] - share[2 * texel + 1])
                                        * perVertex[stride * triangles[3 * t + 2] + k];
            }
        }
        return out;
    }

    /** The place on the template at rest, x y z a texel; NaN where empty. */
    float[] rest(FineMesh mesh) {
        return blend(mesh, mesh.rest(), 3);
    }

    /** Lays the triangles of a texture out; a texel belongs to the triangle that its center lies in. */
    static Texels of(float[] uv, int width, int height) {
        var triangle = new int[width * height];
        Arrays.fill(triangle, -1);
        var share = new float[2 * width * height];
        for (int t = 0; t < uv.length / 6; t++) {
            var x0 = uv[6 * t] * width - .5f;
            var y0 = (1 - uv[6 * t + 1]) * height - .5f;
            var x1 = uv[6 * t + 2] * width - .5f;
            var y1 = (1 - uv[6 * t + 3]) * height - .5f;
            var x2 = uv[6 * t + 4] * width - .5f;
            var y2 = (1 - uv[6 * t + 5]) * height - .5f;
            var area = (y1 - y2) * (x0 - x2) + (x2 - x1) * (y0 - y2);
            if (area == 0) {
                continue;
            }
            var top = Math.max(0, (int) Math.ceil(Math.min(y0, Math.min(y1, y2))));
            var bottom = Math.min(height - 1, (int) Math.floor(Math.max(y0, Math.max(y1, y2))));
            var left = Math.max(0, (int) Math.ceil(Math.min(x0, Math.min(x1, x2))));
            var right = Math.min(width - 1, (int) Math.floor(Math.max(x0, Math.max(x1, x2))));
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    var a = ((y1 - y2) * (x - x2) + (x2 - x1) * (y - y2)) / area;
                    var b = ((y2 - y0) * (x - x2) + (x0 - x2) * (y - y2)) / area;
                    if (a >= -1e-4f && b >= -1e-4f && a + b <= 1.0001f) {
                        triangle[y * width + x] = t;
                        share[2 * (y * width + x)] = a;
                        share[2 * (y * width + x) + 1] = b;
                    }
                }
            }
        }
        return new Texels(width, height, triangle, share);
    }
}
