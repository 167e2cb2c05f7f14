package doppel.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a notebook file.
 *
 * @param code whether it is code and not prose
 * @param source its text
 * @param json the cell as the file has it
 */
record NotebookCell(boolean code, String source, JsonNode json) {

    static List<NotebookCell> of(Path notebook) throws IOException {
        var cells = new ArrayList<NotebookCell>();
        for (var cell : Json.mapper().readTree(Files.readString(notebook)).get("cells")) {
            var code = cell.get("cell_type").asText().equals("code");
            cells.add(new NotebookCell(code, text(cell.get("source")), cell));
        }
        return cells;
    }

    List<String> lines() {
        return source.lines().toList();
    }

    /** Text is a string, or a list of lines with their ends. */
    private static String text(JsonNode source) {
        if (source.isTextual()) {
            return source.asText();
        }
        var text = new StringBuilder();
        source.forEach(line -> text.append(line.asText()));
        return text.toString();
    }
}
