package doppel.compute;

import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** How much more memory this process may take where libtorch computes: of the machine, or of its graphics card. */
public final class FreeMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private FreeMemory() {}

    /** Bytes; the least of what the machine has left, a container permits, and JavaCPP lets a Java program use. */
    public static long bytes() {
        if (Torch.hasGpu()) {
            var memory = CudaUtils.getGpuMemory(Torch.device());
            return memory.getMax() - memory.getCommitted();
        }
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var taken = Pointer.physicalBytes();
        var permitted = Pointer.maxPhysicalBytes() > 0 ? Pointer.maxPhysicalBytes() : Long.MAX_VALUE;
        return Math.min(left(machine), Math.min(machine.getTotalMemorySize(), permitted) - taken);
    }

    /** Linux fills what is free with copies of files, and gives those up when asked; other systems say it at once. */
    private static long left(OperatingSystemMXBean machine) {
        try (var lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith(AVAILABLE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseGet(machine::getFreeMemorySize);
        } catch (IOException otherSystem) {
            return machine.getFreeMemorySize();
        }
    }
}
