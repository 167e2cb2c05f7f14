package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.ArrayList;
import java.util.List;

/** The sum of the losses that a run counts, each times its weight. */
final class TotalLoss implements Loss {

    private final List<Term> terms;

    private record Term(Loss loss, NDArray weight) {}

    /** @param owner of the constants, which must live as long as this loss */
    TotalLoss(NDManager owner, LossOptions options, int size) {
        terms = options.terms().stream()
                .map(term -> new Term(
                        term.kind().loss(owner, size),
                        Torch.array(owner, new float[] {(float) term.weight()}, new Shape())))
                .toList();
    }

    @Override
    public NDArray of(NDArray drawn, NDArray target, NDArray weights) {
        return valueOf(drawn, target, weights).total();
    }

    /** The total and each of its terms; arguments as in {@link #of}. */
    LossValue valueOf(NDArray drawn, NDArray target, NDArray weights) {
        var values = new ArrayList<NDArray>();
        var parts = new ArrayList<NDArray>();
        for (var term : terms) {
            var value = term.loss.of(drawn, target, weights);
            values.add(value);
            parts.add(value.mul(term.weight));
        }
        return new LossValue(parts.stream().reduce(NDArray::add).orElseThrow(), values);
    }
}
