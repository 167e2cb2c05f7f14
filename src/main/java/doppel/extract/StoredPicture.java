package doppel.extract;

import java.nio.file.Path;

/**
 * A PNG file of a face folder.
 *
 * @param path relative to the face folder, with forward slashes
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record StoredPicture(String path, String sha256) {

    /**
     * @throws IllegalArgumentException if the path is absolute, not normalized, or leads out of the folder
     */
    public StoredPicture {
        var given = Path.of(path);
        if (given.isAbsolute()
                || path.startsWith("..")
                || path.isBlank()
                || !given.normalize().equals(given)) {
            throw new IllegalArgumentException(
                    "a picture's path must be relative and stay in its face folder, got \"%s\"".formatted(path));
        }
    }
}
