package doppel.train;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Notices when a run falls apart: something is no longer a number, or the loss is several times what it was.
 *
 * <p>Whoever goes on from there trains a network that draws one gray for every face, and mostly never comes back.
 */
final class LossGuard {

    /** Steps whose mean is compared: one batch alone may be hard by chance. */
    private static final int STEPS = 20;

    private static final double TOO_HIGH = 3;

    private final ArrayDeque<Double> last = new ArrayDeque<>();
    private double sum;
    private double best = Double.POSITIVE_INFINITY;

    /** What is wrong, in a few words; empty if nothing is. */
    Optional<String> fault(Learned learned) {
        if (!Float.isFinite(learned.lossA())) {
            return Optional.of("the loss of side A became " + learned.lossA());
        }
        if (!Float.isFinite(learned.lossB())) {
            return Optional.of("the loss of side B became " + learned.lossB());
        }
        if (!Float.isFinite(learned.gradientNorm())) {
            return Optional.of("the gradient became " + learned.gradientNorm());
        }
        add((learned.lossA() + learned.lossB()) / 2.0);
        if (last.size() < STEPS) {
            return Optional.empty();
        }
        var mean = sum / STEPS;
        best = Math.min(best, mean);
        return mean > TOO_HIGH * best
                ? Optional.of("the loss rose from %.2g to %.2g".formatted(best, mean))
                : Optional.empty();
    }

    /** Forgets what the loss was, because from here on it is another one, or of other faces. */
    void forget() {
        last.clear();
        sum = 0;
        best = Double.POSITIVE_INFINITY;
    }

    private void add(double loss) {
        last.add(loss);
        sum += loss;
        if (last.size() > STEPS) {
            sum -= last.remove();
        }
    }
}
