package doppel.notebook;

import java.io.IOException;
import java.util.UUID;

/** The few words that every notebook knows besides the library; all are imported statically. */
public final class Notebook {

    private Notebook() {}

    /** Shows values below the running cell, one after the other. The last expression of a cell is shown anyway. */
    public static void show(Object... values) {
        for (var value : values) {
            Wire.current().display(Views.of(value), UUID.randomUUID().toString());
        }
    }

    /** Shows a value that will be replaced by others. */
    public static Live live(Object first) {
        return new Live(first);
    }

    /**
     * Says whether an exercise is solved; never stops the notebook.
     *
     * @param claim what should be true, a sentence
     * @param holds whether it is
     * @param hint what to try if it is not
     */
    public static Check check(String claim, boolean holds, String hint) {
        return new Check(holds, claim, hint);
    }

    /**
     * Does what must fail, and shows the error with its advice.
     *
     * @throws IllegalStateException if nothing fails
     */
    public static Mishap breaks(Act act) {
        try {
            act.run();
        } catch (Exception expected) {
            return Mishap.of(expected);
        }
        throw new IllegalStateException("nothing broke, and this cell is here to show what does: undo your change");
    }

    /**
     * Shows how a method of the library is written.
     *
     * @param method its name, or the type's own for the constructor
     * @throws IOException if there is no source, or no such method; says so in one sentence
     */
    public static SourceCode source(Class<?> type, String method) throws IOException {
        return new SourceFile(ProjectFolder.path(), type).method(method);
    }

    /** Something that a cell does and that may fail. */
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }
}
