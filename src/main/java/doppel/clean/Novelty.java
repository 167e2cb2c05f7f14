package doppel.clean;

import java.util.List;

/**
 * How much each face adds to what the others show: its difference to the nearest face that stands before it, in an order
 * of the most different faces first.
 *
 * <p>So every limit that some face reaches thins a folder: the faces with that novelty or more differ from each other by
 * the limit or more, and each of the rest differs by less from one of them. No face has to be compared again.
 */
final class Novelty {

    /** Of a folder of nothing but copies, one is to be kept: gray values. */
    private static final double LEAST_OF_FIRST = 10;

    private Novelty() {}

    /**
     * @param looks in the order of the clip
     * @return mean difference in gray values of 255, in the same order; the first has the largest there is, and 10 or more
     */
    static double[] of(List<FaceLook> looks) {
        var novelty = FarthestFirst.of(new LookDistance(looks), looks.size(), 0).gaps();
        double largest = LEAST_OF_FIRST;
        for (int i = 1; i < novelty.length; i++) {
            largest = Math.max(largest, novelty[i]);
        }
        if (novelty.length > 0) {
            novelty[0] = largest;
        }
        return novelty;
    }
}
