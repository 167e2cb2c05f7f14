package doppel.actor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for rendered frames, which knows with which settings it was begun and takes no others. */
final class OutputFolder {

    private OutputFolder() {}

    /**
     * Makes the folder if it is not there.
     *
     * @throws IOException if it cannot be made or written, or is a file
     */
    static void prepare(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is a file: give a folder for the frames");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException fault) {
            throw new IOException("the folder %s cannot be made: choose another one".formatted(folder), fault);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("nothing may be written to %s: choose another folder".formatted(folder));
        }
    }

    /**
     * Writes the settings into a new folder, or compares them with those that it was begun with.
     *
     * @param name of the file
     * @param settings a record
     * @throws IllegalStateException if they differ
     */
    static void settle(Path folder, String name, Object settings) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            Json.write(file, settings);
            return;
        }
        var begun = Json.read(file, ObjectNode.class);
        // through text, as the file went: a number is then of one kind on both sides
        var wanted = Json.mapper().readTree(Json.mapper().writeValueAsString(settings));
        for (var names = wanted.fieldNames(); names.hasNext(); ) {
            var key = names.next();
            if (!wanted.get(key).equals(begun.get(key))) {
                throw new IllegalStateException(
                        "%s was begun with other settings (%s is %s there and %s now): give another folder, or remove it"
                                .formatted(folder, key, begun.get(key), wanted.get(key)));
            }
        }
    }
}
