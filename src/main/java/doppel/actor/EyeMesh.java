package doppel.actor;

import doppel.render.Material;
import doppel.render.Surface;
import java.util.Arrays;

/** A ball of rings around the axis of an eye, closer together where the iris is. */
final class EyeMesh {

    private static final int RINGS = 28;
    private static final int SPOKES = 40;

    /** The iris of the data's small eyes, as share of the ball's radius. */
    private static final double IRIS = .43;

    private static final float PUPIL = .36f;

    private EyeMesh() {}

    static Surface of(Eyeball eye, ActorRecipe recipe) {
        var side = across(eye.axis());
        var up = cross(eye.axis(), side);
        var vertices = RINGS * SPOKES;
        var positions = new float[3 * vertices];
        var normals = new float[3 * vertices];
        for (int ring = 0; ring < RINGS; ring++) {
            var share = (double) ring / (RINGS - 1);
            var angle = StrictMath.PI * share * (.55 + .45 * share);
            for (int spoke = 0; spoke < SPOKES; spoke++) {
                var around = 2 * StrictMath.PI * spoke / SPOKES;
                var at = 3 * (ring * SPOKES + spoke);
                for (int axis = 0; axis < 3; axis++) {
                    var normal = StrictMath.cos(angle) * eye.axis()[axis]
                            + StrictMath.sin(angle)
                                    * (StrictMath.cos(around) * side[axis] + StrictMath.sin(around) * up[axis]);
                    normals[at + axis] = (float) normal;
                    positions[at + axis] = (float) (eye.center()[axis] + eye.radius() * normal);
                }
            }
        }
        var triangles = triangles();
        var face = new float[vertices];
        Arrays.fill(face, 1);
        var parts = new byte[triangles.length / 3];
        Arrays.fill(parts, Part.EYES.number());
        return new Surface(
                positions, normals, face, triangles, new float[2 * triangles.length], parts, material(eye, recipe));
    }

    private static Material material(Eyeball eye, ActorRecipe recipe) {
        return new Material.Eyeball(
                floats(eye.center()),
                floats(eye.axis()),
                LinearColor.of(recipe.eyes().iris()),
                (float) (IRIS * recipe.eyes().size()),
                PUPIL,
                recipe.seed());
    }

    private static int[] triangles() {
        var triangles = new int[6 * (RINGS - 1) * SPOKES];
        var at = 0;
        for (int ring = 0; ring < RINGS - 1; ring++) {
            for (int spoke = 0; spoke < SPOKES; spoke++) {
                var a = ring * SPOKES + spoke;
                var b = ring * SPOKES + (spoke + 1) % SPOKES;
                for (int vertex : new int[] {a, a + SPOKES, b + SPOKES, a, b + SPOKES, b}) {
                    triangles[at++] = vertex;
                }
            }
        }
        return triangles;
    }

    private static double[] across(double[] axis) {
        // the axis of an eye never points straight up
        var length = Math.sqrt(axis[0] * axis[0] + axis[2] * axis[2]);
        return new double[] {axis[2] / length, 0, -axis[0] / length};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static float[] floats(double[] values) {
        return new float[] {(float) values[0], (float) values[1], (float) values[2]};
    }
}
