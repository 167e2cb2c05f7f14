package doppel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.model.FacePixels;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of the losses that a run counts, each times its weight; and how far off the masks are, if the network draws
 * masks.
 */
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

    /**
     * The total and each of its terms; arguments as in {@link #of}, and {@code drawn} may have a fourth channel, the mask.
     *
     * <p>What counts at all in the loss is face, so the mask that should be drawn is known without anything else.
     */
    LossValue valueOf(NDArray drawn, NDArray target, NDArray weights) {
        var values = new ArrayList<NDArray>();
        var parts = new ArrayList<NDArray>();
        var colors = FacePixels.colors(drawn);
        for (var term : terms) {
            var value = term.loss.of(colors, target, weights);
            values.add(value);
            parts.add(value.mul(term.weight));
        }
        if (drawn.getShape().get(1) > colors.getShape().get(1)) {
            parts.add(off(FacePixels.masks(drawn), weights.clip(0, 1)));
        }
        return new LossValue(parts.stream().reduce(NDArray::add).orElseThrow(), values);
    }

    /** {@code (2)}: the mean absolute error of the masks of each side. */
    private static NDArray off(NDArray drawn, NDArray wanted) {
        return drawn.sub(wanted).abs().reshape(2, -1).mean(new int[] {1});
    }
}
