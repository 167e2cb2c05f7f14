package doppel.cli;

import doppel.Workbench;
import doppel.extract.FaceFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** Which faces a command is about. */
final class FacesArgument {

    @Parameters(
            paramLabel = "FACES",
            description = "a face folder, or the alias of a person whose faces are in data/faces")
    private String faces;

    /** A word without a slash is an alias, unless there is a folder of that name. */
    FaceFolder open(Workbench bench) throws IOException {
        var path = Path.of(faces);
        var isPath = faces.contains("/") || faces.contains(File.separator) || Files.exists(path);
        return FaceFolder.open(isPath ? path : bench.faces(faces));
    }
}
