package doppel.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Learns a {@link LookModel}: a principal component analysis that does not believe every pixel.
 *
 * <ol>
 *   <li>Begin with the median of all faces. Each is learned mirrored too: a head that was only filmed from one side is
 *       known from the other.
 *   <li>Measure how far each pixel is from what the model makes of its face, and believe it the less, the further it is,
 *       so that a hand that is in one face of ten is not learned as a part of the person.
 *   <li>Put what the model says in the place of what is not believed.
 *   <li>Shift the mean, and turn the directions to where these faces differ most; from round to round there are two more.
 *   <li>Go on with the second step.
 * </ol>
 */
final class LookLearner {

    /** Fewer cannot follow pose, light, eyes and mouth; more follow hands. */
    private static final int MOST_DIRECTIONS = 12;

    /** With fewer faces for each direction, it shows one face and no person. */
    private static final int FACES_A_DIRECTION = 10;

    private static final int ROUNDS = 8;

    private static final int TURNS = 3;

    private static final int LENGTH = UnlitLook.NUMBERS * UnlitLook.PIXELS;

    private final List<UnlitLook> looks;
    private final int most;

    LookLearner(List<UnlitLook> looks) {
        this.looks = looks.stream()
                .flatMap(look -> List.of(look, look.mirrored()).stream())
                .toList();
        this.most = Math.min(MOST_DIRECTIONS, looks.size() / FACES_A_DIRECTION);
    }

    LookModel learn() {
        var model = new LookModel(median(), new float[0][], 0);
        var made = each(looks.size(), face -> new float[LENGTH]);
        for (int round = 0; round < ROUNDS; round++) {
            var old = model;
            var said = made;
            var left = each(looks.size(), face -> old.left(looks.get(face), said.get(face)));
            var distances = each(looks.size(), face -> LookModel.lengths(left.get(face)));
            var usual = LookModel.usual(looks, distances);
            var weights = each(
                    looks.size(),
                    face -> LookModel.weights(
                            distances.get(face), usual, looks.get(face).seen()));
            var surprise = each(looks.size(), face -> weighted(left.get(face), weights.get(face)));
            var believed = each(looks.size(), face -> sum(said.get(face), surprise.get(face)));
            var next = new LookModel(
                    shifted(old.mean(), surprise, weights),
                    turned(begun(old.directions(), surprise, Math.min(most, 2 * round)), believed),
                    usual);
            made = each(looks.size(), face -> next.made(next.coordinates(looks.get(face), weights.get(face))));
            model = next;
        }
        return model;
    }

    private float[] median() {
        var median = new float[LENGTH];
        IntStream.range(0, LENGTH)
                .parallel()
                .forEach(at -> median[at] = (float) UnlitLook.median(looks.stream()
                        .filter(look -> look.seen()[at / UnlitLook.NUMBERS])
                        .mapToDouble(look -> look.values()[at])
                        .toArray()));
        return median;
    }

    private static float[] shifted(float[] mean, List<float[]> surprise, List<float[]> weights) {
        var sums = new float[LENGTH];
        var counts = new float[UnlitLook.PIXELS];
        for (int face = 0; face < surprise.size(); face++) {
            LookModel.add(sums, 1, surprise.get(face));
            LookModel.add(counts, 1, weights.get(face));
        }
        var shifted = new float[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            shifted[at] = mean[at] + sums[at] / (1 + counts[at / UnlitLook.NUMBERS]);
        }
        return shifted;
    }

    /** These directions, and new ones that point at faces spread over the clip. */
    private static List<float[]> begun(float[][] directions, List<float[]> surprise, int count) {
        var begun = new ArrayList<>(List.of(directions));
        for (int i = directions.length; i < count; i++) {
            begun.add(surprise.get(i * surprise.size() / count));
        }
        return begun;
    }

    /** Orthogonal iteration. */
    private static float[][] turned(List<float[]> directions, List<float[]> believed) {
        var turned = directions;
        for (int turn = 0; turn < TURNS; turn++) {
            var from = turned;
            turned = orthonormal(each(from.size(), i -> {
                var to = new float[LENGTH];
                for (var face : believed) {
                    LookModel.add(to, LookModel.dot(from.get(i), face), face);
                }
                return to;
            }));
        }
        return turned.toArray(float[][]::new);
    }

    /** Gram and Schmidt. */
    private static List<float[]> orthonormal(List<float[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (var before : rows.subList(0, i)) {
                LookModel.add(row, -LookModel.dot(row, before), before);
            }
            var length = (float) Math.max(Math.sqrt(LookModel.dot(row, row)), 1e-12);
            for (int at = 0; at < LENGTH; at++) {
                row[at] /= length;
            }
        }
        return rows;
    }

    private static float[] weighted(float[] left, float[] weights) {
        var weighted = new float[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            weighted[at] = weights[at / UnlitLook.NUMBERS] * left[at];
        }
        return weighted;
    }

    private static float[] sum(float[] one, float[] other) {
        var sum = one.clone();
        LookModel.add(sum, 1, other);
        return sum;
    }

    /** On all cores; each is made by one, so the result is always the same. */
    private static <T> List<T> each(int count, IntFunction<T> make) {
        return IntStream.range(0, count).parallel().mapToObj(make).toList();
    }
}
