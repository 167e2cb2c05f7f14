package doppel.compute;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Operators of libtorch that DJL does not show, reached through a small TorchScript program written in memory.
 *
 * <p>A TorchScript file is a zip archive of four stored entries, one of them the program's text, so Java can write one
 * without Python and without a native build. The program here is Adam, fused: one pass over the memory instead of the
 * 28 that the same update takes out of single operations. For the book's 82 million parameters that is a quarter of
 * the time of a step. Shortening the gradient and averaging the weights take a pass each, over one array a weight.
 *
 * <p>This is the only class that touches DJL's native layer.
 *
 * <p>Book: chapter 6, "Training", the optimizers. Source: PyTorch, {@code torch/optim/adam.py}, {@code fused=True}.
 */
public final class OperatorPack implements AutoCloseable {

    /**
     * A gradient is divided by what it is too long by, on the way into Adam and not before: that saves one pass. Where it
     * is not a number, nothing moves and nothing is counted.
     */
    private static final String PROGRAM = """
        class Pack(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def norm(self: __torch__.Pack, gradients: List[Tensor], batches: float) -> Tensor:
            return torch.div(torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients))), batches)
          def adam(self: __torch__.Pack, weights: List[Tensor], gradients: List[Tensor], \
        means: List[Tensor], squares: List[Tensor], counts: List[Tensor], norm: Tensor, batches: float, \
        rate: float, beta1: float, beta2: float, epsilon: float, decay: float, clip: float) -> int:
            stays = torch.to(torch.bitwise_not(torch.isfinite(norm)), 6)
            divisor = torch.mul(torch.ones_like(norm), batches)
            if clip > 0.:
              divisor = torch.mul(torch.clamp(torch.div(norm, clip), 1.), batches)
            torch._foreach_add_(counts, torch.rsub(stays, 1))
            none = annotate(List[Tensor], [])
            torch._fused_adamw_(weights, gradients, means, squares, none, counts, lr=rate, beta1=beta1, \
        beta2=beta2, weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False, \
        grad_scale=divisor, found_inf=stays)
            torch._foreach_zero_(gradients)
            return 0
          def approach(self: __torch__.Pack, arrays: List[Tensor], targets: List[Tensor], share: float) -> int:
            torch._foreach_lerp_(arrays, targets, share)
            return 0
        """;

    /** The object that the program belongs to, in Python's own format: an instance of Pack with training = True. */
    private static final byte[] INSTANCE =
            bytes("\u0080\u0002c__torch__\nPack\nq\0)\u0081}(X\u0008\0\0\0trainingq\u0001\u0088ubq\u0002.");

    /** An empty tuple: the program has no constants. */
    private static final byte[] NO_CONSTANTS = bytes("\u0080\u0002).");

    /**
     * What Adam is told at each step.
     *
     * @param rate how far a weight moves at most, about
     * @param beta1 share that the running mean keeps, 0 to below 1
     * @param beta2 share that the running square keeps, 0 to below 1
     * @param epsilon keeps the quotient finite where a gradient was always 0
     * @param decay share of a weight that is taken away, times the rate
     * @param clip length to which all gradients together are shortened; 0 leaves them as they are
     */
    public record AdamNumbers(double rate, double beta1, double beta2, double epsilon, double decay, double clip) {

        /** The same for weights that do not decay. */
        public AdamNumbers withoutDecay() {
            return new AdamNumbers(rate, beta1, beta2, epsilon, 0, clip);
        }
    }

    private final PtSymbolBlock program;

    private OperatorPack(PtSymbolBlock program) {
        this.program = program;
    }

    /** The operators, or empty if this libtorch does not have them. */
    public static Optional<OperatorPack> open(NDManager owner) {
        try {
            var archive = new ByteArrayInputStream(archive());
            return Optional.of(new OperatorPack(JniUtils.loadModule((PtNDManager) owner, archive, false, false)));
        } catch (EngineException unknownOperator) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new AssertionError("a stream over memory does not fail", impossible);
        }
    }

    /**
     * How long the mean gradient of a batch is, all taken as one vector.
     *
     * @param gradients the sums over so many batches
     * @return one number, owned by the owner of the first gradient
     */
    public NDArray norm(List<NDArray> gradients, int batches) {
        try (var norm = call("norm", list(gradients), IValue.from((double) batches))) {
            return norm.toTensor((PtNDManager) gradients.get(0).getManager());
        }
    }

    /**
     * One step of Adam, in place; sets the gradients to 0. If they are not numbers, that is all it does.
     *
     * @param weights of any shapes, 32-bit; one or more
     * @param gradients one a weight, of its shape: the sums over so many batches
     * @param means running mean of each gradient, starting at 0
     * @param squares running mean of each gradient's square, starting at 0
     * @param counts steps taken, one number a weight, starting at 0
     * @param norm what {@link #norm} gave for these gradients, or for these and others that are clipped together
     */
    public void adam(
            List<NDArray> weights,
            List<NDArray> gradients,
            List<NDArray> means,
            List<NDArray> squares,
            List<NDArray> counts,
            NDArray norm,
            int batches,
            AdamNumbers numbers) {
        call(
                        "adam",
                        list(weights),
                        list(gradients),
                        list(means),
                        list(squares),
                        list(counts),
                        IValue.from((PtNDArray) norm),
                        IValue.from((double) batches),
                        IValue.from(numbers.rate()),
                        IValue.from(numbers.beta1()),
                        IValue.from(numbers.beta2()),
                        IValue.from(numbers.epsilon()),
                        IValue.from(numbers.decay()),
                        IValue.from(numbers.clip()))
                .close();
    }

    /** Moves each array by {@code share} of its way to its target, in place. */
    public void approach(List<NDArray> arrays, List<NDArray> targets, double share) {
        call("approach", list(arrays), list(targets), IValue.from(share)).close();
    }

    @Override
    public void close() {
        program.close();
    }

    /** Sets the gradient of an array to 0, also one that is not a number. */
    public static void forgetGradient(NDArray weight) {
        JniUtils.zeroGrad((PtNDArray) weight);
    }

    /** Whether this thread records operations for gradients from now on; returns whether it did until now. */
    static boolean setRecording(boolean recording) {
        var before = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
        return before;
    }

    static int threads() {
        return JniUtils.getNumThreads();
    }

    private IValue call(String method, IValue... arguments) {
        try {
            return IValueUtils.runMethod(program, method, arguments);
        } finally {
            for (var argument : arguments) {
                argument.close();
            }
        }
    }

    private static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.stream().map(array -> (PtNDArray) array).toArray(PtNDArray[]::new));
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            store(zip, "pack/data.pkl", INSTANCE);
            store(zip, "pack/code/__torch__.py", PROGRAM.getBytes(StandardCharsets.UTF_8));
            store(zip, "pack/constants.pkl", NO_CONSTANTS);
            store(zip, "pack/version", bytes("10\n"));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var checksum = new CRC32();
        checksum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
