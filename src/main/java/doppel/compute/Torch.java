package doppel.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import java.util.function.Supplier;

/**
 * The one place that starts libtorch, quietly: no network, no telemetry, no waiting threads that burn a core.
 *
 * <p>libtorch spreads its work over threads that wait for each other in a loop. Left alone they wait so eagerly that
 * any other busy process makes a step three times as long; a bounded wait costs nothing when the machine is quiet and
 * halves the loss when it is not. The bound is an environment variable of the threading library, so it must be set
 * before libtorch loads, and that is why nothing else may start it. Another costs a tenth of a step or more: memory that
 * is freed must be kept, not given back and asked for again.
 *
 * <p>Book: chapter 6, "Training", where PyTorch does this work.
 */
public final class Torch {

    /** Names of two options in glibc's malloc.h, and a size in bytes beyond which memory is given back. */
    private static final int TRIM_THRESHOLD = -1;

    private static final int MMAP_THRESHOLD = -3;
    private static final int MOST_KEPT = 1 << 30;

    private static final Engine ENGINE = start();

    private Torch() {}

    /** The first graphics card if there is one that libtorch can use, else the processor. */
    public static Device device() {
        return ENGINE.defaultDevice();
    }

    /** Whether {@link #device()} is a graphics card. */
    public static boolean hasGpu() {
        return device().isGpu();
    }

    /** An owner of arrays on {@link #device()}; closing it frees them all. */
    public static NDManager newManager() {
        return ENGINE.newBaseManager();
    }

    /** Numbers as an array that has memory of its own, not a Java buffer's. */
    public static NDArray array(NDManager owner, float[] numbers, Shape shape) {
        try (var borrowed = owner.create(numbers, shape)) {
            return borrowed.duplicate();
        }
    }

    /**
     * Records what this thread computes until it is closed; only one can be open in a process.
     *
     * <p>While it is open, an array that gradients flow through must never be multiplied by or divided by a Java
     * number: DJL puts the number into a Java buffer, libtorch remembers the address for the way back, and by then the
     * garbage collector may have given it to someone else. Adding one is safe.
     */
    public static GradientCollector newGradientCollector() {
        return ENGINE.newGradientCollector();
    }

    /**
     * Computes without recording what gradients would need, so that looking at a network costs no memory.
     *
     * <p>libtorch records in every thread that nobody told not to, and each cell of a notebook is a new thread.
     */
    public static <T> T withoutGradients(Supplier<T> work) {
        var before = OperatorPack.setRecording(false);
        try {
            return work.get();
        } finally {
            OperatorPack.setRecording(before);
        }
    }

    /** How many threads one operation is spread over. */
    public static int threads() {
        return OperatorPack.threads();
    }

    /** The version of libtorch, such as {@code 2.7.1}. */
    public static String version() {
        return ENGINE.getVersion();
    }

    private static Engine start() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        if (Platform.isLinux() && System.getenv("GOMP_SPINCOUNT") == null) {
            // System.getenv shows a copy; the C library needs the real one
            Function.getFunction("c", "setenv").invokeInt(new Object[] {"GOMP_SPINCOUNT", "1000", 1});
        }
        if (Platform.isLinux()) {
            keepFreedMemory();
        }
        return Engine.getEngine("PyTorch");
    }

    /**
     * What a step frees, the next one needs again. Left alone the C library gives it back to the system in between, and
     * each page of it is handed out anew, empty, a thousand times a step.
     */
    private static void keepFreedMemory() {
        try {
            var option = Function.getFunction("c", "mallopt");
            option.invokeInt(new Object[] {TRIM_THRESHOLD, MOST_KEPT});
            option.invokeInt(new Object[] {MMAP_THRESHOLD, MOST_KEPT});
        } catch (UnsatisfiedLinkError otherLibrary) {
            // not every C library has this knob; steps are slower without
        }
    }
}
