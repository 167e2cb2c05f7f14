package doppel.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of subdivision: each quad becomes four, and the mesh becomes rounder.
 *
 * <p>Source: E. Catmull, J. Clark, "Recursively generated B-spline surfaces on arbitrary topological meshes", 1978.
 *
 * @param stencils the fine points: first one for each old vertex, then one a quad, then one an edge
 * @param quads four fine points each; the quads 4 i to 4 i + 3 come from the old quad i, the first point being its
 *     corner
 */
record Subdivision(Stencils stencils, int[] quads) {

    /** What meets at an edge: its ends, its quads and the number of its fine point. */
    private record Edge(int from, int to, List<Integer> quads, int number) {
        boolean atOpening() {
            return quads.size() == 1;
        }
    }

    static Subdivision of(int[] quads, int vertices) {
        var count = quads.length / 4;
        var edges = edges(quads, vertices + count);
        var mixtures = new ArrayList<Map<Integer, Double>>();
        var faces = new ArrayList<Map<Integer, Double>>();
        for (int q = 0; q < count; q++) {
            faces.add(Stencils.mean(
                    List.of(one(quads[4 * q]), one(quads[4 * q + 1]), one(quads[4 * q + 2]), one(quads[4 * q + 3]))));
        }
        var edgesAt = new ArrayList<List<Edge>>();
        for (int v = 0; v < vertices; v++) {
            edgesAt.add(new ArrayList<>());
        }
        for (var edge : edges.values()) {
            edgesAt.get(edge.from).add(edge);
            edgesAt.get(edge.to).add(edge);
        }
        for (int v = 0; v < vertices; v++) {
            mixtures.add(corner(v, edgesAt.get(v), faces));
        }
        mixtures.addAll(faces);
        for (var edge : edges.values()) {
            var parts = new ArrayList<>(List.of(one(edge.from), one(edge.to)));
            if (!edge.atOpening()) {
                edge.quads.forEach(quad -> parts.add(faces.get(quad)));
            }
            mixtures.add(Stencils.mean(parts));
        }
        return new Subdivision(Stencils.of(mixtures), split(quads, vertices, edges));
    }

    /** Two triangles a quad, three fine points each; both begin at the first point of the quad. */
    int[] triangles() {
        var triangles = new int[quads.length / 4 * 6];
        for (int q = 0; q < quads.length / 4; q++) {
            var at = 6 * q;
            triangles[at] = quads[4 * q];
            triangles[at + 1] = quads[4 * q + 1];
            triangles[at + 2] = quads[4 * q + 2];
            triangles[at + 3] = quads[4 * q];
            triangles[at + 4] = quads[4 * q + 2];
            triangles[at + 5] = quads[4 * q + 3];
        }
        return triangles;
    }

    private static Map<Integer, Double> one(int vertex) {
        return Map.of(vertex, 1.0);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static TreeMap<Long, Edge> edges(int[] quads, int firstNumber) {
        var edges = new TreeMap<Long, Edge>();
        for (int q = 0; q < quads.length / 4; q++) {
            for (int k = 0; k < 4; k++) {
                var a = quads[4 * q + k];
                var b = quads[4 * q + (k + 1) % 4];
                var number = firstNumber + edges.size();
                edges.computeIfAbsent(key(a, b), same -> new Edge(a, b, new ArrayList<>(), number))
                        .quads
                        .add(q);
            }
        }
        // numbers in the order of the map, so that they match the order of the mixtures
        var numbered = new TreeMap<Long, Edge>();
        edges.forEach((key, edge) ->
                numbered.put(key, new Edge(edge.from, edge.to, edge.quads, firstNumber + numbered.size())));
        return numbered;
    }

    private static Map<Integer, Double> corner(int vertex, List<Edge> edges, List<Map<Integer, Double>> faces) {
        var n = edges.size();
        var rims = edges.stream().filter(Edge::atOpening).toList();
        if (rims.size() == 2) {
            return Stencils.blend(
                    List.of(one(vertex), one(other(rims.get(0), vertex)), one(other(rims.get(1), vertex))),
                    .75,
                    .125,
                    .125);
        }
        if (n < 3 || !rims.isEmpty()) {
            return one(vertex);
        }
        var middles = new ArrayList<Map<Integer, Double>>();
        var around = new TreeMap<Integer, Map<Integer, Double>>();
        for (var edge : edges) {
            middles.add(Stencils.mean(List.of(one(edge.from), one(edge.to))));
            edge.quads.forEach(quad -> around.put(quad, faces.get(quad)));
        }
        return Stencils.blend(
                List.of(Stencils.mean(List.copyOf(around.values())), Stencils.mean(middles), one(vertex)),
                1.0 / n,
                2.0 / n,
                (n - 3.0) / n);
    }

    private static int other(Edge edge, int vertex) {
        return edge.from == vertex ? edge.to : edge.from;
    }

    private static int[] split(int[] quads, int vertices, Map<Long, Edge> edges) {
        var fine = new int[4 * quads.length];
        for (int q = 0; q < quads.length / 4; q++) {
            for (int k = 0; k < 4; k++) {
                var corner = quads[4 * q + k];
                var next = quads[4 * q + (k + 1) % 4];
                var last = quads[4 * q + (k + 3) % 4];
                var at = 4 * (4 * q + k);
                fine[at] = corner;
                fine[at + 1] = edges.get(key(corner, next)).number;
                fine[at + 2] = vertices + q;
                fine[at + 3] = edges.get(key(last, corner)).number;
            }
        }
        return fine;
    }
}
