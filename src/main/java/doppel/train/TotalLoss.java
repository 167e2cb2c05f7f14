package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.ArrayList;
import java.util.List;

/** The sum of the losses that a run counts, each times its weight. */
final class TotalLoss implements Loss {

    private record Term(Loss loss, NDArray weight) {}

    private final List<Term> terms = new ArrayList<>();

    TotalLoss(NDManager owner, LearnOptions options, int size) {
        add(owner, options.absolute(), ColorLoss.ABSOLUTE);
        add(owner, options.squared(), ColorLoss.SQUARED);
        if (options.structure() > 0) {
            add(owner, options.structure(), new StructureLoss(owner, size));
        }
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        return terms.stream()
                .map(term -> term.loss.of(drawn, target, weights).mul(term.weight))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    private void add(NDManager owner, double weight, Loss loss) {
        if (weight > 0) {
            terms.add(new Term(loss, Torch.array(owner, new float[] {(float) weight}, new Shape())));
        }
    }
}
