package doppel.dataset;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The faces of one side as those of the other see them, and which of them are near.
 *
 * <p>Near are the ten whose 68 landmarks, aligned, have the smallest sum of squared distances: they look the same way
 * and make the same face. They are searched for once a face, when it is first asked for.
 *
 * <p>Source: faceswap, "warp to landmarks".
 */
final class OppositeSide {

    /** How many count as near. */
    static final int NEAREST = 10;

    private final TrainingFaces own;
    private final TrainingFaces others;
    private final AtomicReferenceArray<int[]> nearest;

    /** @param own the faces that look; {@code others} are seen */
    OppositeSide(TrainingFaces own, TrainingFaces others) {
        this.own = own;
        this.others = others;
        this.nearest = new AtomicReferenceArray<>(own.size());
    }

    /** What one face sees. */
    OtherFaces of(int number) {
        return new OtherFaces() {
            @Override
            public TrainingFace any(RandomGenerator random) {
                return others.face(others.draw(random));
            }

            @Override
            public TrainingFace near(RandomGenerator random) {
                var choice = nearest(number);
                return others.face(choice[random.nextInt(choice.length)]);
            }
        };
    }

    /** Numbers of the nearest, the nearest first; fewer than ten if there are fewer. */
    int[] nearest(int number) {
        var known = nearest.get(number);
        if (known == null) {
            known = search(own.face(number).landmarks());
            nearest.set(number, known);
        }
        return known;
    }

    private int[] search(float[] landmarks) {
        var distances = IntStream.range(0, others.size())
                .mapToDouble(other -> distance(landmarks, others.face(other).landmarks()))
                .toArray();
        return IntStream.range(0, others.size())
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distances[other]))
                .limit(NEAREST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The sum of squares, in pixels of the crop. */
    private static double distance(float[] from, float[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            double apart = from[i] - to[i];
            sum += apart * apart;
        }
        return sum;
    }
}
