package doppel.provenance;

import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page that lies beside an output as {@code NAME.manifest.json}: from what, with which options, by whose leave,
 * and the fingerprint by which a changed file gives itself away.
 *
 * <p>It is not signed: it tells an honest reader all, and a forger nothing that he could not write himself.
 *
 * <p>Book: chapter 2, "Preventing damage from deepfakes", on telling genuine media from made ones.
 *
 * @param made when, in UTC, to the second
 * @param marks label and source type
 * @param origin inputs, options, consents
 * @param versions of Doppel and Java
 * @param outputs the files that this manifest is about, in the same folder
 */
public record Manifest(Instant made, Marks marks, Origin origin, Map<String, String> versions, List<FileHash> outputs) {

    public Manifest {
        versions = java.util.Collections.unmodifiableMap(new TreeMap<>(versions));
        outputs = List.copyOf(outputs);
    }

    /** The manifest of what is being made at this moment. */
    public static Manifest of(Marks marks, Origin origin, List<FileHash> outputs) {
        var version = Manifest.class.getPackage().getImplementationVersion();
        return new Manifest(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                marks,
                origin,
                Map.of(
                        "doppel",
                        version == null ? "built from source" : version,
                        "java",
                        Runtime.version().toString()),
                outputs);
    }

    /** Where the manifest of {@code output} lies: {@code swap.mp4} has {@code swap.manifest.json}. */
    public static Path beside(Path output) {
        var name = output.getFileName().toString();
        var dot = name.lastIndexOf('.');
        return output.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".manifest.json");
    }

    /**
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }

    /**
     * @throws IOException if the file is missing or no manifest
     */
    public static Manifest read(Path file) throws IOException {
        return Json.read(file, Manifest.class);
    }

    /**
     * Compares the outputs with their fingerprints.
     *
     * @param folder where the outputs lie
     * @return one sentence for each that is missing or changed; empty if all is as it was made
     * @throws IOException if an output cannot be read
     */
    public List<String> check(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (var output : outputs) {
            var file = folder.resolve(output.name());
            if (!Files.isRegularFile(file)) {
                faults.add(file + " is missing");
            } else if (!FileHash.of(file).equals(output)) {
                faults.add(file + " is not the file that was made: its contents have changed");
            }
        }
        return faults;
    }
}
