package doppel.extract;

import com.sun.management.OperatingSystemMXBean;
import doppel.compute.ModelFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * How fast this machine extracts faces, and which step takes the time.
 *
 * @param framesPerSecond of a whole extraction on all cores, with the disk
 * @param cpuMillisPerFrame of that extraction, summed over the cores: what the work costs, however busy the machine
 * @param stageMillis of each step for one frame with one face, on one core
 */
public record ExtractBenchmark(
        double framesPerSecond, double cpuMillisPerFrame, Map<ExtractStage, Double> stageMillis) {

    /**
     * Extracts {@code clip} twice into a temporary folder, once to warm up, then times the steps on its first frames.
     *
     * @throws IllegalStateException if a model is missing, or the clip shows no face
     */
    public static ExtractBenchmark run(ModelFiles models, Path clip) throws IOException {
        var folder = Files.createTempDirectory("doppel-bench");
        try {
            var extractor = new FaceExtractor(models);
            extractor.extract(clip, "bench", folder.resolve("warm-up"), ExtractOptions.standard(), step -> {});
            var cpu = cpuNanos();
            var wall = System.nanoTime();
            var faces =
                    extractor.extract(clip, "bench", folder.resolve("timed"), ExtractOptions.standard(), step -> {});
            double frames = faces.frames().size();
            return new ExtractBenchmark(
                    frames * 1e9 / (System.nanoTime() - wall),
                    (cpuNanos() - cpu) / 1e6 / frames,
                    StageClock.time(models, clip, folder.resolve("stages")));
        } finally {
            delete(folder);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
