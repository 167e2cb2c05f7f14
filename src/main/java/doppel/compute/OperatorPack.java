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
 * the time of a step.
 *
 * <p>This is the only class that touches DJL's native layer.
 *
 * <p>Book: chapter 6, "Training", the optimizers. Source: PyTorch, {@code torch/optim/adam.py}, {@code fused=True}.
 */
public final class OperatorPack implements AutoCloseable {

    private static final String PROGRAM = """
        class Pack(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def adam(self: __torch__.Pack, weights: List[Tensor], gradients: List[Tensor], \
        means: List[Tensor], squares: List[Tensor], counts: List[Tensor], \
        rate: float, beta1: float, beta2: float, epsilon: float) -> int:
            torch._foreach_add_(counts, 1)
            none = annotate(List[Tensor], [])
            torch._fused_adam_(weights, gradients, means, squares, none, counts, lr=rate, beta1=beta1, \
        beta2=beta2, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
            torch._foreach_zero_(gradients)
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
     */
    public record AdamNumbers(double rate, double beta1, double beta2, double epsilon) {}

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
     * One step of Adam on all weights, in place; sets the gradients to 0.
     *
     * @param weights of any shapes, 32-bit
     * @param gradients one a weight, of its shape
     * @param means running mean of each gradient, starting at 0
     * @param squares running mean of each gradient's square, starting at 0
     * @param counts steps taken, one number a weight, starting at 0
     */
    public void adam(
            List<NDArray> weights,
            List<NDArray> gradients,
            List<NDArray> means,
            List<NDArray> squares,
            List<NDArray> counts,
            AdamNumbers numbers) {
        var arguments = new IValue[] {
            list(weights),
            list(gradients),
            list(means),
            list(squares),
            list(counts),
            IValue.from(numbers.rate()),
            IValue.from(numbers.beta1()),
            IValue.from(numbers.beta2()),
            IValue.from(numbers.epsilon())
        };
        try {
            IValueUtils.runMethod(program, "adam", arguments).close();
        } finally {
            for (var argument : arguments) {
                argument.close();
            }
        }
    }

    @Override
    public void close() {
        program.close();
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
