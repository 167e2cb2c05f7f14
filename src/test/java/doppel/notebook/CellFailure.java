package doppel.notebook;

import java.nio.file.Path;

/** A cell of a notebook did not compile, or threw. */
final class CellFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    CellFailure(Path notebook, int cell, String what, String code, Throwable cause) {
        super("%s, code cell %d: %s%n%s".formatted(notebook.getFileName(), cell, what, code.strip()), cause);
    }
}
