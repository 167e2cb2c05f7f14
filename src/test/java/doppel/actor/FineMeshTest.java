package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FineMeshTest {

    private static final FineMesh MESH = FineMesh.body();

    @Test
    void itIsClosedButForTheArmsAndBelow() {
        var edges = new HashMap<Long, Integer>();
        var triangles = MESH.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            for (int k = 0; k < 3; k++) {
                long a = triangles[t + k];
                long b = triangles[t + (k + 1) % 3];
                edges.merge(Math.min(a, b) << 32 | Math.max(a, b), 1, Integer::sum);
            }
        }
        var rest = MESH.rest();
        for (var edge : edges.entrySet()) {
            var a = (int) (edge.getKey() >> 32);
            if (edge.getValue() != 2) {
                assertEquals(1, edge.getValue());
                var isOutside = rest[3 * a + 1] < 4.2 || Math.abs(rest[3 * a]) > 1.5;
                assertTrue(isOutside, "open at %s %s".formatted(rest[3 * a], rest[3 * a + 1]));
            }
        }
    }

    @Test
    void mouthAndSocketsHangTogetherWithTheSkin() {
        var reached = new int[MESH.vertexCount()];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = i;
        }
        var triangles = MESH.triangles();
        for (int t = 0; t < triangles.length; t += 3) {
            for (int k = 1; k < 3; k++) {
                reached[root(reached, triangles[t + k])] = root(reached, triangles[t]);
            }
        }
        var pieces = new TreeSet<Integer>();
        for (int i = 0; i < reached.length; i++) {
            pieces.add(root(reached, i));
        }
        assertEquals(1, pieces.size());
    }

    @Test
    void anOpenMouthHasNoHoleAndNoNonsense() {
        var person = Person.of(ActorRecipe.preset("a"));
        var head = Rig.pose(person, RigTest.moment(Map.of("jawOpen", .6), 30, -10, 5));

        for (var position : head.fine()) {
            assertTrue(Float.isFinite(position));
        }
        for (int i = 0; i < head.normals().length; i += 3) {
            var x = head.normals()[i];
            var y = head.normals()[i + 1];
            var z = head.normals()[i + 2];
            assertEquals(1, Math.sqrt(x * x + y * y + z * z), 1e-3);
        }
    }

    @Test
    void theAtlasHasRoomForEachTriangleAlone() {
        var texels = MESH.texels(1024, 1024);
        var seen = new TreeSet<Integer>();
        for (var triangle : texels.triangle()) {
            seen.add(triangle);
        }
        // at this size only slivers at the lids and nostrils fall between the texels
        assertTrue(seen.size() > .85 * MESH.triangles().length / 3, "seen " + seen.size());
        for (var number : MESH.uv()) {
            assertTrue(number >= 0 && number <= 1, "outside: " + number);
        }
    }

    @Test
    void theFaceReachesFromBrowsToChinAndNotTheEars() {
        var face = MESH.weights(Region.FACE);
        var ears = MESH.weights(Region.EARS);
        var lips = MESH.weights(Region.LIPS);
        for (int i = 0; i < face.length; i++) {
            assertTrue(face[i] >= 0 && face[i] <= 1);
            if (ears[i] > .9) {
                assertEquals(0, face[i], .01);
            }
            if (lips[i] > .9) {
                assertEquals(1, face[i], .01);
            }
        }
    }

    @Test
    void everyPartOfTheSkinIsThere() {
        var seen = new TreeSet<Integer>();
        for (var part : MESH.parts()) {
            seen.add((int) part);
        }
        for (var part : new Part[] {Part.SKIN, Part.LIPS, Part.MOUTH, Part.NOSE, Part.EARS, Part.NECK, Part.CLOTH}) {
            assertTrue(seen.contains(part.ordinal()), part.name());
        }
    }

    private static int root(int[] reached, int i) {
        while (reached[i] != i) {
            reached[i] = reached[reached[i]];
            i = reached[i];
        }
        return i;
    }
}
