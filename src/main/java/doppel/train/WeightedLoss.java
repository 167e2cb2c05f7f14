package doppel.train;

/**
 * One loss among those that a run adds up.
 *
 * @param kind what it sees
 * @param weight how many times it counts, above 0 and at most 10; usual 1, see {@link LossKind} for what the losses of
 *     faces that are half learned are worth. Too large: the others count for nothing
 */
public record WeightedLoss(LossKind kind, double weight) {

    private static final double MOST = 10;

    /**
     * @throws IllegalArgumentException if the weight is out of its range
     */
    public WeightedLoss {
        if (!(weight > 0 && weight <= MOST)) {
            throw new IllegalArgumentException(
                    "the weight of %s must be above 0 and at most %s, got %s; try 1, or leave the loss out"
                            .formatted(kind, MOST, weight));
        }
    }
}
