package doppel.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies of a face folder, each of which a test may spoil. */
final class FolderCopy {

    private FolderCopy() {}

    static Path of(Path folder, Path copy) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    /** Changes the record in one line of a file of records. */
    static void change(Path file, int line, UnaryOperator<String> change) throws IOException {
        var lines = Files.readAllLines(file);
        lines.set(line, change.apply(lines.get(line)));
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
