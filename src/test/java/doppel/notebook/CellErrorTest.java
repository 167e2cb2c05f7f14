package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellErrorTest {

    private static final List<String> TRACE = List.of(
            "\u001B[31mjava.lang.IllegalArgumentException: size must be a multiple of 16, got 50; try 64\u001B[0m",
            "\u001B[31m\tat doppel.model.ModelDesign.checked(ModelDesign.java:31)\u001B[0m",
            "\tat java.base/java.util.Optional.map(Optional.java:260)",
            "\tat .build(#7:2)",
            "\tat .(#9:1)");

    @Test
    void theSentenceComesFirst() {
        assertEquals(
                "size must be a multiple of 16, got 50; try 64",
                CellError.of(TRACE).sentence());
    }

    @Test
    void onlyCallsOfDoppelAndOfCellsAreTold() {
        assertEquals(
                List.of(
                        "IllegalArgumentException",
                        "    at doppel.model.ModelDesign.checked(ModelDesign.java:31)",
                        "    at build of a cell",
                        "    at the cell"),
                CellError.of(TRACE).details());
    }

    @Test
    void aMessageOfSeveralLinesIsKept() {
        var error = CellError.of(List.of("java.io.IOException: first\nsecond", "\tat .(#1:1)"));
        assertEquals("first\nsecond", error.message());
    }

    @Test
    void anErrorWithoutAMessageTellsItsKind() {
        for (var head : List.of("java.lang.StackOverflowError", "java.lang.StackOverflowError: null")) {
            var error = CellError.of(List.of(head, "\tat .(#1:1)"));
            assertEquals("StackOverflowError", error.sentence());
            assertEquals(List.of("    at the cell"), error.details());
        }
    }

    @Test
    void aCauseIsToldUnlessTheMessageSaysIt() {
        var told = CellError.of(List.of(
                "java.lang.IllegalStateException: the run ended",
                "\tat .(#1:1)",
                "Caused by: java.io.IOException: no space left",
                "\t... 2 more"));
        assertEquals(List.of("java.io.IOException: no space left"), told.causes());
        var said = CellError.of(List.of(
                "java.io.UncheckedIOException: java.io.IOException: no space left",
                "\tat .(#1:1)",
                "Caused by: java.io.IOException: no space left"));
        assertEquals(List.of(), said.causes());
    }

    @Test
    void aFullHeapIsRecognized() {
        assertTrue(CellError.of(List.of("java.lang.OutOfMemoryError: Java heap space"))
                .isHeapExhaustion());
        assertFalse(CellError.of(TRACE).isHeapExhaustion());
    }

    @Test
    void whatIsNoTraceIsShownAsItIs() {
        assertEquals(
                "the kernel says: nothing",
                CellError.of(List.of("the kernel says: nothing")).sentence());
    }
}
