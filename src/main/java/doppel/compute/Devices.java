package doppel.compute;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What this machine can compute with, in words: the processor, and graphics cards if libtorch can use them.
 *
 * <p>Book: chapter 2, the hardware that deepfakes want.
 */
public final class Devices {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final Path CARDS = Path.of("/proc/driver/nvidia/gpus");

    /** What makes libtorch faster, the fastest last; as Linux calls them. */
    private static final List<String> EXTENSIONS = List.of("avx2", "avx512f", "avx512_bf16", "amx_bf16");

    private Devices() {}

    /** Threads, and the instruction sets that count if the system tells. */
    public static String processor() {
        var sets = instructionSets();
        return "%d threads%s".formatted(Torch.threads(), sets.isEmpty() ? "" : ", " + String.join(" ", sets));
    }

    /** Each graphics card that libtorch uses, with its memory; or why there is none, and what to do. */
    public static List<String> cards() {
        var count = Engine.getEngine("PyTorch").getGpuCount();
        if (Torch.hasGpu() && count > 0) {
            return IntStream.range(0, count).mapToObj(Devices::card).toList();
        }
        return List.of(
                hasDriver()
                        ? "an NVIDIA card is here, but libtorch does not use it: docs/gpu.md says how to get it going"
                        : "none with an NVIDIA driver; docs/gpu.md says what one needs");
    }

    private static String card(int number) {
        var memory = CudaUtils.getGpuMemory(Device.gpu(number));
        return "CUDA card %d%s, %.1f GB, compute capability %s"
                .formatted(
                        number,
                        number == 0 ? " (used)" : "",
                        memory.getMax() / 1e9,
                        CudaUtils.getComputeCapability(number));
    }

    private static boolean hasDriver() {
        return Files.isDirectory(CARDS);
    }

    private static List<String> instructionSets() {
        try (var lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Stream.of(line.split("\\s+")).filter(EXTENSIONS::contains))
                    .orElse(Stream.of())
                    .sorted(Comparator.comparingInt(EXTENSIONS::indexOf))
                    .toList();
        } catch (IOException otherSystem) {
            return List.of();
        }
    }
}
