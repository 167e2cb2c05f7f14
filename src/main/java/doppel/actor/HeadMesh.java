package doppel.actor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A mesh of quads in named groups.
 *
 * @param positions x y z a vertex, in dm
 * @param quads four vertices a quad, by group
 * @param uv u v of each of the four corners, by group
 */
record HeadMesh(float[] positions, Map<String, int[]> quads, Map<String, float[]> uv) {

    /** The vertices of a group in ascending order. */
    List<Integer> members(String group) {
        var members = new TreeSet<Integer>();
        for (int vertex : quads.get(group)) {
            members.add(vertex);
        }
        return List.copyOf(members);
    }

    /** Reads the lines {@code v}, {@code vt}, {@code g} and {@code f} of a Wavefront file. */
    static HeadMesh parse(String text) {
        var positions = new ArrayList<Float>();
        var uv = new ArrayList<Float>();
        var quads = new LinkedHashMap<String, List<Integer>>();
        var corners = new LinkedHashMap<String, List<Float>>();
        var group = "";
        for (var line : text.split("\n")) {
            var words = line.trim().split(" +");
            switch (words[0]) {
                case "v" -> addNumbers(positions, words);
                case "vt" -> addNumbers(uv, words);
                case "g" -> group = words[1];
                case "f" -> {
                    for (int i = 1; i < words.length; i++) {
                        var corner = words[i].split("/");
                        quads.computeIfAbsent(group, name -> new ArrayList<>()).add(Integer.parseInt(corner[0]) - 1);
                        var at = 2 * (Integer.parseInt(corner[1]) - 1);
                        corners.computeIfAbsent(group, name -> new ArrayList<>())
                                .addAll(uv.subList(at, at + 2));
                    }
                }
                default -> {}
            }
        }
        var quadArrays = new LinkedHashMap<String, int[]>();
        quads.forEach((name, list) ->
                quadArrays.put(name, list.stream().mapToInt(i -> i).toArray()));
        var uvArrays = new LinkedHashMap<String, float[]>();
        corners.forEach((name, list) -> uvArrays.put(name, floats(list)));
        return new HeadMesh(floats(positions), quadArrays, uvArrays);
    }

    private static void addNumbers(List<Float> list, String[] words) {
        for (int i = 1; i < words.length; i++) {
            list.add(Float.parseFloat(words[i]));
        }
    }

    private static float[] floats(List<Float> list) {
        var array = new float[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }
}
