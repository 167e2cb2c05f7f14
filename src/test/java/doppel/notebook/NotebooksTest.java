package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import doppel.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every notebook at the smallest budget, in one project of their own, in which faces are extracted and the first
 * run is trained once.
 */
class NotebooksTest {

    private static final String PROJECT = "doppel.project";
    private static final String SOLVED = "✔";
    private static final String NOT_YET = "✘";
    private static final List<String> GIVEN = List.of("data/models", "data/samples", "src", "docs");

    @TempDir
    private static Path project;

    private static String projectBefore = "";
    private static String budgetBefore = "";

    @BeforeAll
    static void set() throws IOException {
        Files.createDirectories(project.resolve("data"));
        for (var given : GIVEN) {
            Files.createSymbolicLink(project.resolve(given), Path.of(given).toAbsolutePath());
        }
        projectBefore = System.getProperty(PROJECT, "");
        budgetBefore = System.getProperty(Budget.VARIABLE, "");
        System.setProperty(PROJECT, project.toString());
        System.setProperty(Budget.VARIABLE, "smoke");
    }

    @AfterAll
    static void reset() {
        System.setProperty(PROJECT, projectBefore);
        System.setProperty(Budget.VARIABLE, budgetBefore);
    }

    @TestFactory
    Stream<DynamicTest> everyChapterRunsAndItsExercisesAreOpen() throws IOException {
        return NotebookFiles.chapters().stream()
                .map(notebook -> dynamicTest(name(notebook), () -> {
                    var checks = checks(notebook);
                    assertFalse(checks.isEmpty(), "no check in " + notebook);
                    assertFalse(
                            checks.stream().allMatch(check -> check.startsWith(SOLVED)), "solved already: " + checks);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySolutionSolves() throws IOException {
        return NotebookFiles.solutions().stream()
                .map(notebook -> dynamicTest(name(notebook), () -> {
                    var checks = checks(notebook);
                    assertFalse(checks.isEmpty(), "no check in " + notebook);
                    assertEquals(
                            List.of(),
                            checks.stream()
                                    .filter(check -> !check.startsWith(SOLVED))
                                    .toList());
                }));
    }

    /** What the checks of a notebook say, in order. */
    private static List<String> checks(Path notebook) throws IOException {
        return NotebookRunner.run(notebook, cell -> {}).stream()
                .flatMap(cell -> cell.outputs().stream())
                .map(bundle -> bundle.forms().get(Bundle.TEXT).toString())
                .filter(text -> text.startsWith(SOLVED) || text.startsWith(NOT_YET))
                .toList();
    }

    private static String name(Path notebook) {
        return NotebookFiles.FOLDER.relativize(notebook).toString();
    }
}
