package doppel.clean;

import doppel.actor.MessyFolder;
import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * How well the standard rules find planted faults, and how long measuring takes on this machine.
 *
 * @param pictures in the messy folder
 * @param faces found in them
 * @param tableSeconds from pictures to a face table
 * @param againSeconds the same once more, when all was measured before
 * @param scores by kind of fault
 */
public record CleanBenchmark(int pictures, int faces, double tableSeconds, double againSeconds, FaultScores scores) {

    /**
     * Plants a messy folder in a temporary place, extracts all faces, and judges them.
     *
     * @param samples the folder {@code data/samples}
     * @param seed of the planting: the limits of the standard rules were chosen on seeds 7 and 8, so that any other
     *     measures them
     * @throws IllegalStateException if a model is missing
     */
    public static CleanBenchmark run(ModelFiles models, Path samples, int pictures, long seed) throws IOException {
        var temporary = Files.createTempDirectory("doppel-clean");
        try {
            var messy = MessyFolder.plant(samples, temporary.resolve("messy"), pictures, seed);
            var faces = new FaceExtractor(models)
                    .extract(
                            messy.pictures(),
                            "actor-a-messy",
                            temporary.resolve("faces"),
                            ExtractOptions.crowd(),
                            step -> {});
            var start = System.nanoTime();
            var table = FaceTable.of(faces, models);
            var measured = System.nanoTime();
            FaceTable.of(faces, models);
            var again = System.nanoTime();
            return new CleanBenchmark(
                    pictures,
                    faces.faces().size(),
                    (measured - start) / 1e9,
                    (again - measured) / 1e9,
                    FaultScores.of(RuleBook.standard().apply(table), messy));
        } finally {
            delete(temporary);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
