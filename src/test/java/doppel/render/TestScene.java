package doppel.render;

import java.util.Arrays;
import java.util.List;

/** A head of one ball, with and without hair. */
final class TestScene {

    static final byte SKIN = 1;
    static final byte HAIR = 8;
    static final Lamp FROM_THE_LEFT = new Lamp(-.8f, 0, .6f, 1, 1, 1, 8);
    static final Lamp FROM_THE_RIGHT = new Lamp(.8f, 0, .6f, 1, 1, 1, 8);

    private static final int RINGS = 24;
    private static final int SPOKES = 32;

    private TestScene() {}

    static Scene of(int size, Lamp lamp, List<Strands> strands) {
        var skin = new Material.Plain(new float[] {.4f, .3f, .25f}, .4f, .8f);
        return of(size, lamp, List.of(ball(0, 7, 0, 1.2f, skin)), strands);
    }

    static Scene of(int size, Lamp lamp, List<Surface> surfaces, List<Strands> strands) {
        var backdrop = new float[3 * size * size];
        Arrays.fill(backdrop, .02f);
        var lighting = new Lighting(List.of(lamp), new float[] {.1f, .1f, .1f}, new float[] {.05f, .05f, .05f});
        return new Scene(new Camera(size, 2.9, 0, 7, 13), surfaces, strands, lighting, backdrop);
    }

    /** The upper half of the ball belongs to the face. */
    static Surface ball(float x, float y, float z, float radius, Material material) {
        var count = (RINGS + 1) * SPOKES;
        var positions = new float[3 * count];
        var normals = new float[3 * count];
        var face = new float[count];
        for (int v = 0; v < count; v++) {
            var up = StrictMath.PI * (v / SPOKES) / RINGS;
            var around = 2 * StrictMath.PI * (v % SPOKES) / SPOKES;
            normals[3 * v] = (float) (StrictMath.sin(up) * StrictMath.sin(around));
            normals[3 * v + 1] = (float) StrictMath.cos(up);
            normals[3 * v + 2] = (float) (StrictMath.sin(up) * StrictMath.cos(around));
            positions[3 * v] = x + radius * normals[3 * v];
            positions[3 * v + 1] = y + radius * normals[3 * v + 1];
            positions[3 * v + 2] = z + radius * normals[3 * v + 2];
            face[v] = v / SPOKES <= RINGS / 2 ? 1 : 0;
        }
        var triangles = new int[RINGS * SPOKES * 6];
        for (int i = 0; i < RINGS * SPOKES; i++) {
            var next = i / SPOKES * SPOKES + (i + 1) % SPOKES;
            var corners = new int[] {i, i + SPOKES, next, next, i + SPOKES, next + SPOKES};
            System.arraycopy(corners, 0, triangles, 6 * i, 6);
        }
        var parts = new byte[triangles.length / 3];
        Arrays.fill(parts, SKIN);
        return new Surface(positions, normals, face, triangles, new float[2 * triangles.length], parts, material);
    }

    /** A curtain of hairs before the left half of the picture. */
    static Strands curtain(boolean coversFace) {
        var hairs = 600;
        var points = new float[hairs * 6];
        var starts = new int[hairs + 1];
        var colors = new float[hairs * 3];
        Arrays.fill(colors, .01f);
        for (int hair = 0; hair < hairs; hair++) {
            var x = -1.5f * (hair + .5f) / hairs - .02f;
            System.arraycopy(new float[] {x, 8.5f, 1.4f, x, 5.5f, 1.4f}, 0, points, 6 * hair, 6);
            starts[hair + 1] = 2 * hair + 2;
        }
        return new Strands(points, starts, colors, .004f, .004f, HAIR, coversFace, true);
    }
}
