package doppel.clean;

import doppel.extract.FaceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Faces by how near they are to each other: what is alike stands side by side.
 *
 * <p>A chain starts at the first face of the clip and goes on to the nearest face that is not in it yet. It takes time
 * that grows with the square of the number of faces: about 0.1 s for 2,000, 10 s for 20,000.
 *
 * @param vector what is compared; the Euclidean distance of two is that of the faces
 * @param apart least distance of two faces that stand for two groups
 * @param strangestFirst sort not as a chain but by the mean distance to all others, the largest first
 */
record NearestOrder(Function<FaceRow, float[]> vector, double apart, boolean strangestFirst) implements FaceOrder {

    /** Who it is: 512 numbers. A cosine of 0.5 is a distance of 1. */
    static NearestOrder identity() {
        return new NearestOrder(row -> row.own().identity().values(), 1, false);
    }

    /** Where the landmarks are: the distance is the root of the mean squared distance of the 68, in face units. */
    static NearestOrder landmarks() {
        return new NearestOrder(NearestOrder::landmarks, 0.06, false);
    }

    /** How often each gray value occurs: the distance is that of Bhattacharyya in Hellinger's form, 0 to 1. */
    static NearestOrder histogram() {
        return new NearestOrder(NearestOrder::histogram, 0.3, false);
    }

    NearestOrder strangest() {
        return new NearestOrder(vector, apart, true);
    }

    @Override
    public List<FaceRecord> sorted(List<FaceRow> rows) {
        var order = strangestFirst ? byStrangeness(distance(rows)) : chain(distance(rows));
        return order.stream().map(index -> rows.get(index).face()).toList();
    }

    /** The largest first. Each face is in the group of the nearest of the faces that stand for a group. */
    @Override
    public List<FaceGroup> grouped(List<FaceRow> rows, int most) {
        var leaders = FarthestFirst.of(distance(rows), most, apart);
        var nearest = leaders.nearest();
        return IntStream.range(0, leaders.taken().size())
                .mapToObj(group -> new FaceGroup(
                        "like " + rows.get(leaders.taken().get(group)).id(),
                        IntStream.range(0, nearest.length)
                                .filter(face -> nearest[face] == group)
                                .mapToObj(face -> rows.get(face).face())
                                .toList()))
                .sorted(Comparator.comparingInt(group -> -group.faces().size()))
                .toList();
    }

    private Distance distance(List<FaceRow> rows) {
        return new VectorDistance(rows.stream().map(vector).toList());
    }

    private static List<Integer> chain(Distance distance) {
        var rest = new ArrayList<>(IntStream.range(0, distance.count()).boxed().toList());
        var chain = new ArrayList<Integer>();
        while (!rest.isEmpty()) {
            var next = chain.isEmpty() ? 0 : nearest(chain.get(chain.size() - 1), rest, distance);
            chain.add(rest.remove(next));
        }
        return chain;
    }

    /** Place in {@code rest} of the face that is nearest to this one, the first of several. */
    private static int nearest(int face, List<Integer> rest, Distance distance) {
        var nearest = 0;
        var least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rest.size(); i++) {
            var far = distance.between(face, rest.get(i), least);
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<Integer> byStrangeness(Distance distance) {
        var sums = new double[distance.count()];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < i; j++) {
                var far = distance.between(i, j);
                sums[i] += far;
                sums[j] += far;
            }
        }
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(face -> -sums[face]))
                .toList();
    }

    private static float[] landmarks(FaceRow row) {
        var points = row.face().landmarks().through(row.face().toFaceUnits()).points();
        var vector = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            vector[2 * i] = (float) (points.get(i).x() / Math.sqrt(points.size()));
            vector[2 * i + 1] = (float) (points.get(i).y() / Math.sqrt(points.size()));
        }
        return vector;
    }

    private static float[] histogram(FaceRow row) {
        var vector = row.own().look().histogram().clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) Math.sqrt(vector[i] / 2);
        }
        return vector;
    }
}
