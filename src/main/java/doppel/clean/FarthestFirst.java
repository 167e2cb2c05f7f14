package doppel.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Things in an order of which each is as far as can be from all before it.
 *
 * <ol>
 *   <li>Take the first one.
 *   <li>Note for each of the others how near the nearest taken one is, and which that is.
 *   <li>Take the one for which that is farthest, the first of several; go on from 2.
 * </ol>
 *
 * <p>So the first few are the most different there are, and the others lie around them.
 *
 * <p>Source: T. Gonzalez, "Clustering to minimize the maximum intercluster distance", 1985.
 */
final class FarthestFirst {

    private final List<Integer> taken = new ArrayList<>();
    private final double[] gaps;
    private final int[] nearest;

    private FarthestFirst(int count) {
        gaps = new double[count];
        nearest = new int[count];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        Arrays.fill(nearest, -1);
    }

    /**
     * @param most how many to take; fewer if all others are nearer than {@code least} to one of them
     * @param least distance between any two that are taken
     */
    static FarthestFirst of(Distance distance, int most, double least) {
        var order = new FarthestFirst(distance.count());
        while (order.taken.size() < Math.min(most, distance.count())) {
            var next = order.farthest();
            if (order.gaps[next] < least) {
                break;
            }
            order.take(next, distance);
        }
        return order;
    }

    /** Those that were taken, in that order. */
    List<Integer> taken() {
        return List.copyOf(taken);
    }

    /**
     * How far each one is from the nearest taken one, itself aside: of those that were taken, when they were; without
     * end for the first.
     */
    double[] gaps() {
        return gaps.clone();
    }

    /** Place in {@link #taken} of the one that is nearest; of a taken one, its own. */
    int[] nearest() {
        return nearest.clone();
    }

    private int farthest() {
        var farthest = -1;
        for (int i = 0; i < gaps.length; i++) {
            if (!isTaken(i) && (farthest < 0 || gaps[i] > gaps[farthest])) {
                farthest = i;
            }
        }
        return farthest;
    }

    private boolean isTaken(int thing) {
        return nearest[thing] >= 0 && taken.get(nearest[thing]) == thing;
    }

    private void take(int next, Distance distance) {
        nearest[next] = taken.size();
        taken.add(next);
        for (int i = 0; i < gaps.length; i++) {
            if (!isTaken(i)) {
                var gap = distance.between(next, i, gaps[i]);
                if (gap < gaps[i]) {
                    gaps[i] = gap;
                    nearest[i] = nearest[next];
                }
            }
        }
    }
}
