package doppel.compute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pretrained models that set-up fetched, each checked against its pinned SHA-256 before it is first used.
 *
 * <p>The list of models, with package, license and hash, is the resource {@code doppel/compute/models.json}; set-up
 * reads the same list.
 *
 * <p>Book: chapter 5, which fetches its networks from the internet while it runs.
 */
public final class ModelFiles {

    /**
     * One entry of the list.
     *
     * @param name what the code calls it, such as {@code face-detector}
     * @param file its name in the models folder
     * @param bytes its exact size
     * @param sha256 64 hexadecimal digits
     * @param purpose what it is for, in half a sentence
     * @param license of the model
     */
    public record Entry(String name, String file, long bytes, String sha256, String purpose, String license) {}

    private static final String REMEDY = "run `bash environment/workbench setup`";

    private final Path folder;
    private final Map<String, Path> checked = new ConcurrentHashMap<>();

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    /** The models in {@code folder}; nothing is opened yet. */
    public static ModelFiles in(Path folder) {
        return new ModelFiles(folder);
    }

    /** All models that Doppel knows. */
    public static List<Entry> list() {
        try (var stream = ModelFiles.class.getResourceAsStream("models.json")) {
            return List.of(Json.mapper().readValue(stream, Entry[].class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The file of the model {@code name}, whole and right.
     *
     * @throws IllegalArgumentException if no model has that name
     * @throws IllegalStateException if the file is missing or has other content than the pinned one; says what to do
     */
    public Path file(String name) {
        var entry = list().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model is called %s; there are %s"
                        .formatted(name, list().stream().map(Entry::name).toList())));
        return checked.computeIfAbsent(name, key -> check(entry));
    }

    private Path check(Entry entry) {
        var file = folder.resolve(entry.file());
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("the model %s is missing at %s: %s".formatted(entry.name(), file, REMEDY));
        }
        var found = sha256(file);
        if (!found.equals(entry.sha256())) {
            throw new IllegalStateException("the model file %s has SHA-256 %s, expected %s: %s, which replaces it"
                    .formatted(file, found, entry.sha256(), REMEDY));
        }
        return file;
    }

    private static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var stream = new DigestInputStream(Files.newInputStream(file), digest)) {
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
