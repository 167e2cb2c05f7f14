package doppel.actor;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The ground that hair grows on: the skin of a person at rest, and for each place the same place on the template, where
 * hairlines and brows are drawn.
 *
 * @param mesh of the skin
 * @param fine positions of the person
 * @param normals of the person
 */
record NeutralSkin(FineMesh mesh, float[] fine, float[] normals) {

    /** A wish for hair: 0 none to 1 dense, by the place on the template. */
    @FunctionalInterface
    interface Density {
        float at(float x, float y, float z);
    }

    static NeutralSkin of(Person person) {
        var mesh = FineMesh.body();
        var fine = mesh.refine(person.shape());
        return new NeutralSkin(mesh, fine, mesh.normals(fine));
    }

    /** Numbers a vertex ({@code stride} of them), blended at a root; written to {@code out}. */
    void blend(float[] perVertex, int stride, Root root, float[] out) {
        var triangles = mesh.triangles();
        int a = stride * triangles[3 * root.triangle()];
        int b = stride * triangles[3 * root.triangle() + 1];
        int c = stride * triangles[3 * root.triangle() + 2];
        for (int k = 0; k < stride; k++) {
            out[k] = root.first() * perVertex[a + k]
                    + root.second() * perVertex[b + k]
                    + (1 - root.first() - root.second()) * perVertex[c + k];
        }
    }

    /**
     * Roots spread evenly over the skin, as dense as wished.
     *
     * @param wanted about how many
     */
    Root[] scatter(Density density, int wanted, long seed) {
        var rest = mesh.rest();
        var triangles = mesh.triangles();
        var highest = new float[triangles.length / 3];
        var sums = new double[highest.length + 1];
        for (int t = 0; t < highest.length; t++) {
            for (int corner = 0; corner < 3; corner++) {
                int v = 3 * triangles[3 * t + corner];
                highest[t] = Math.max(highest[t], density.at(rest[v], rest[v + 1], rest[v + 2]));
            }
            sums[t + 1] = sums[t] + (highest[t] > 0 ? highest[t] * area(t) : 0);
        }
        var random = new SplittableRandom(seed);
        var roots = new Root[wanted];
        int count = 0;
        int t = 0;
        var place = new float[3];
        for (int k = 0; k < wanted; k++) {
            double at = sums[highest.length] * (k + random.nextDouble()) / wanted;
            float u = (float) random.nextDouble();
            float v = (float) random.nextDouble();
            double luck = random.nextDouble();
            while (t < highest.length - 1 && sums[t + 1] <= at) {
                t++;
            }
            var root = u + v > 1 ? new Root(t, 1 - u, 1 - v) : new Root(t, u, v);
            blend(rest, 3, root, place);
            if (luck * highest[t] < density.at(place[0], place[1], place[2])) {
                roots[count++] = root;
            }
        }
        return shuffled(Arrays.copyOf(roots, count), seed);
    }

    /** The root nearest to a place of the template. */
    Root nearest(float[] place) {
        var rest = mesh.rest();
        var triangles = mesh.triangles();
        var best = new Root(0, 1, 0);
        double least = Double.MAX_VALUE;
        var at = new float[3];
        for (int t = 0; t < triangles.length / 3; t++) {
            int a = 3 * triangles[3 * t];
            // all triangles of the face are smaller than this
            if (Math.abs(rest[a] - place[0]) > .1f
                    || Math.abs(rest[a + 1] - place[1]) > .1f
                    || Math.abs(rest[a + 2] - place[2]) > .1f) {
                continue;
            }
            var root = onto(t, place);
            blend(rest, 3, root, at);
            double x = at[0] - place[0];
            double y = at[1] - place[1];
            double z = at[2] - place[2];
            double distance = x * x + y * y + z * z;
            if (distance < least) {
                least = distance;
                best = root;
            }
        }
        return best;
    }

    /** The place dropped on the plane of a triangle, and moved inside it. */
    private Root onto(int t, float[] place) {
        var rest = mesh.rest();
        var triangles = mesh.triangles();
        int a = 3 * triangles[3 * t];
        int b = 3 * triangles[3 * t + 1];
        int c = 3 * triangles[3 * t + 2];
        double uu = 0;
        double uv = 0;
        double vv = 0;
        double pu = 0;
        double pv = 0;
        for (int k = 0; k < 3; k++) {
            double u = rest[a + k] - rest[c + k];
            double v = rest[b + k] - rest[c + k];
            double p = place[k] - rest[c + k];
            uu += u * u;
            uv += u * v;
            vv += v * v;
            pu += p * u;
            pv += p * v;
        }
        double area = Math.max(1e-12, uu * vv - uv * uv);
        double first = Math.max(0, Math.min(1, (vv * pu - uv * pv) / area));
        double second = Math.max(0, Math.min(1 - first, (uu * pv - uv * pu) / area));
        return new Root(t, (float) first, (float) second);
    }

    private double area(int t) {
        var triangles = mesh.triangles();
        int a = 3 * triangles[3 * t];
        int b = 3 * triangles[3 * t + 1];
        int c = 3 * triangles[3 * t + 2];
        double ux = fine[b] - fine[a];
        double uy = fine[b + 1] - fine[a + 1];
        double uz = fine[b + 2] - fine[a + 2];
        double vx = fine[c] - fine[a];
        double vy = fine[c + 1] - fine[a + 1];
        double vz = fine[c + 2] - fine[a + 2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return Math.sqrt(x * x + y * y + z * z);
    }

    // in the order of triangles, the first half of the roots would be half of the head
    private static Root[] shuffled(Root[] roots, long seed) {
        var random = new Random(seed);
        for (int i = roots.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            var root = roots[i];
            roots[i] = roots[j];
            roots[j] = root;
        }
        return roots;
    }
}
