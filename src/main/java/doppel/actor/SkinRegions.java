package doppel.actor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the regions of the skin mesh: by the pieces of the data's sheet, by which shapes move what, and by place. */
final class SkinRegions {

    /** Rows of vertices from the mouth's opening to the lips' outer edge. */
    private static final int LIP_ROWS = 7;

    private final HeadData head;
    private final Atlas.Piece[] pieces;

    SkinRegions(HeadData head) {
        this.head = head;
        var sheet = head.uv("body");
        pieces = new Atlas.Piece[sheet.length / 8];
        for (int q = 0; q < pieces.length; q++) {
            var u = (sheet[8 * q] + sheet[8 * q + 2] + sheet[8 * q + 4] + sheet[8 * q + 6]) / 4;
            var v = (sheet[8 * q + 1] + sheet[8 * q + 3] + sheet[8 * q + 5] + sheet[8 * q + 7]) / 4;
            pieces[q] = Atlas.piece(u, v);
        }
    }

    float[] weights(Region region, Stencils stencils, float[] rest, float[] normals) {
        return switch (region) {
            case LIPS -> stencils.apply(lips(), 1);
            case NOSE ->
                within(stencils.apply(moved(.35, .65, "nose/nose-trans-out"), 1), rest, TemplateZones::noseWings);
            case EARS ->
                within(
                        stencils.apply(moved(.5, .9, "ears/l-ear-trans-up", "ears/r-ear-trans-up"), 1),
                        rest,
                        TemplateZones::earOval);
            case MOUTH -> stencils.apply(inside(Atlas.Piece.MOUTH), 1);
            case SOCKETS -> stencils.apply(inside(Atlas.Piece.SOCKET), 1);
            case LIDS -> stencils.apply(lids(), 1);
            case FACE -> {
                var inner = new float[rest.length / 3];
                var mouth = stencils.apply(inside(Atlas.Piece.MOUTH), 1);
                var sockets = stencils.apply(inside(Atlas.Piece.SOCKET), 1);
                var ears = weights(Region.EARS, stencils, rest, normals);
                for (int i = 0; i < inner.length; i++) {
                    var face = (1 - TemplateZones.smooth(.2, .8, ears[i]))
                            * TemplateZones.face(rest[3 * i], rest[3 * i + 1], rest[3 * i + 2], normals[3 * i + 1]);
                    inner[i] = Math.max(face, Math.min(1, Math.max(mouth[i], sockets[i])));
                }
                yield inner;
            }
            case NECK -> byPlace(stencils, rest, TemplateZones::neck);
            case CLOTH -> byPlace(stencils, rest, TemplateZones::cloth);
        };
    }

    /** A part for each triangle; eight triangles for each quad. */
    byte[] parts(Map<Region, float[]> weights, int[] triangles, int quads) {
        var parts = new byte[triangles.length / 3];
        for (int t = 0; t < parts.length; t++) {
            var piece = pieces[t * quads / parts.length];
            var part = Part.SKIN;
            if (piece == Atlas.Piece.MOUTH) {
                part = Part.MOUTH;
            } else if (piece == Atlas.Piece.SOCKET) {
                part = Part.EYES;
            } else if (in(weights, Region.CLOTH, triangles, t)) {
                part = Part.CLOTH;
            } else if (in(weights, Region.NECK, triangles, t)) {
                part = Part.NECK;
            } else if (in(weights, Region.LIPS, triangles, t)) {
                part = Part.LIPS;
            } else if (in(weights, Region.EARS, triangles, t)) {
                part = Part.EARS;
            } else if (in(weights, Region.NOSE, triangles, t)) {
                part = Part.NOSE;
            }
            parts[t] = part.number();
        }
        return parts;
    }

    private static boolean in(Map<Region, float[]> weights, Region region, int[] triangles, int t) {
        var weight = weights.get(region);
        return weight[triangles[3 * t]] + weight[triangles[3 * t + 1]] + weight[triangles[3 * t + 2]] > 1.5f;
    }

    private interface Place {
        float at(float x, float y, float z);
    }

    private static float[] within(float[] weights, float[] rest, Place place) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= place.at(rest[3 * i], rest[3 * i + 1], rest[3 * i + 2]);
        }
        return weights;
    }

    private float[] byPlace(Stencils stencils, float[] rest, Place place) {
        var mouth = stencils.apply(inside(Atlas.Piece.MOUTH), 1);
        var weights = new float[rest.length / 3];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (1 - Math.min(1, mouth[i])) * place.at(rest[3 * i], rest[3 * i + 1], rest[3 * i + 2]);
        }
        return weights;
    }

    private float[] moved(double from, double to, String... targets) {
        var weights = new float[HeadData.BODY];
        for (var name : targets) {
            var target = head.target(name);
            var most = 0.0;
            for (int i = 0; i < target.vertices().length; i++) {
                most = Math.max(most, length(target.offsets(), i));
            }
            for (int i = 0; i < target.vertices().length; i++) {
                var vertex = target.vertices()[i];
                if (vertex < weights.length) {
                    var weight = TemplateZones.smooth(from, to, length(target.offsets(), i) / most);
                    weights[vertex] = Math.max(weights[vertex], weight);
                }
            }
        }
        return weights;
    }

    private static double length(float[] offsets, int i) {
        var x = offsets[3 * i];
        var y = offsets[3 * i + 1];
        var z = offsets[3 * i + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private float[] inside(Atlas.Piece piece) {
        var weights = new float[HeadData.BODY];
        var count = new int[HeadData.BODY];
        var quads = head.quads("body");
        for (int q = 0; q < pieces.length; q++) {
            for (int k = 0; k < 4; k++) {
                count[quads[4 * q + k]]++;
                weights[quads[4 * q + k]] += pieces[q] == piece ? 1 : 0;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= Math.max(1, count[i]);
        }
        return weights;
    }

    private float[] lips() {
        var row = rows(Atlas.Piece.MOUTH, LIP_ROWS, 1.0f);
        var weights = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            weights[i] = row[i] < 0 || row[i] > LIP_ROWS ? 0 : row[i] == LIP_ROWS ? .5f : 1;
        }
        return weights;
    }

    private float[] lids() {
        var row = rows(Atlas.Piece.SOCKET, 6, 0);
        var weights = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            weights[i] = row[i] < 0 ? 0 : Math.min(1, (7 - row[i]) / 3f);
        }
        return weights;
    }

    /** How many edges of the outer skin a vertex lies from the opening to {@code piece}; -1 farther than {@code most}. */
    int[] rows(Atlas.Piece piece, int most, float frontOf) {
        return rows(piece, Atlas.Piece.HEAD, most, frontOf);
    }

    /** The same through any piece, from where it meets {@code piece} before the depth {@code frontOf}. */
    int[] rows(Atlas.Piece piece, Atlas.Piece through, int most, float frontOf) {
        var quads = head.quads("body");
        var row = new int[HeadData.BODY];
        Arrays.fill(row, -1);
        var inside = new TreeSet<Integer>();
        for (int q = 0; q < pieces.length; q++) {
            for (int k = 0; k < 4; k++) {
                if (pieces[q] == piece) {
                    inside.add(quads[4 * q + k]);
                }
            }
        }
        for (int q = 0; q < pieces.length; q++) {
            for (int k = 0; k < 4; k++) {
                var vertex = quads[4 * q + k];
                if (pieces[q] == through && inside.contains(vertex) && head.rest()[3 * vertex + 2] > frontOf) {
                    row[vertex] = 0;
                }
            }
        }
        for (int step = 0; step < most; step++) {
            for (int vertex : next(quads, row, step, through)) {
                row[vertex] = step + 1;
            }
        }
        return row;
    }

    private List<Integer> next(int[] quads, int[] row, int step, Atlas.Piece through) {
        var next = new ArrayList<Integer>();
        for (int q = 0; q < pieces.length; q++) {
            for (int k = 0; k < 4 && pieces[q] == through; k++) {
                var here = quads[4 * q + k];
                for (var there : new int[] {quads[4 * q + (k + 1) % 4], quads[4 * q + (k + 3) % 4]}) {
                    if (row[here] == step && row[there] < 0) {
                        next.add(there);
                    }
                }
            }
        }
        return next;
    }
}
