package doppel.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as a manifest knows it: by name, fingerprint and length, never by where it lay on somebody's disk.
 *
 * @param name file name without folders
 * @param sha256 64 hexadecimal digits
 * @param bytes length
 */
public record FileHash(String name, String sha256, long bytes) {

    /**
     * @throws IllegalArgumentException if the name leads into another folder, or the hash is none
     */
    public FileHash {
        if (name.isBlank() || name.matches(".*[/\\\\\\x00].*") || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException(
                    "a manifest names files without folders, got \"%s\"; give the last part of the path"
                            .formatted(name));
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a SHA-256 has 64 hexadecimal digits, got \"%s\" for %s".formatted(sha256, name));
        }
    }

    /**
     * Of a file; or of a folder of files, what {@code sha256sum * | sha256sum} prints in it, with the sum of their
     * lengths.
     *
     * @throws IOException if a file cannot be read
     */
    public static FileHash of(Path path) throws IOException {
        var name = path.toAbsolutePath().normalize().getFileName().toString();
        if (!Files.isDirectory(path)) {
            return new FileHash(name, Sha256.of(path), Files.size(path));
        }
        var list = new StringBuilder();
        long bytes = 0;
        try (var files = Files.list(path)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()) {
                list.append(Sha256.of(file))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
                bytes += Files.size(file);
            }
        }
        return new FileHash(name, Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)), bytes);
    }
}
