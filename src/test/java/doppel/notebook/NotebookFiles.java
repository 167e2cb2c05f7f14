package doppel.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The notebooks of the project, in reading order. */
final class NotebookFiles {

    static final Path FOLDER = Path.of("notebooks").toAbsolutePath();

    private NotebookFiles() {}

    static List<Path> chapters() throws IOException {
        return in(FOLDER);
    }

    static List<Path> solutions() throws IOException {
        return in(FOLDER.resolve("solutions"));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
