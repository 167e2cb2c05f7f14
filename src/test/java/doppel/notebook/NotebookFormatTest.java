package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the form that all notebooks share, so that who has read one knows where to look in the next. */
class NotebookFormatTest {

    private static final int MOST_BYTES = 1_000_000;
    private static final int LONGEST_LINE = 110;
    private static final int LONGEST_CELL = 15;
    private static final int FEWEST_CELLS = 20;
    private static final int MOST_CELLS = 50;

    private static final List<String> SKELETON = List.of(
            "Try it",
            "Look inside",
            "Break it",
            "The whole chapter in five lines",
            "Summary",
            "Questions",
            "Exercises");

    private static final Pattern TITLE = Pattern.compile("# \\d+ · \\S.*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern MACHINE = Pattern.compile("(?:/home/|/root/|/tmp/|/Users/|[A-Z]:\\\\\\\\)");
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    @TestFactory
    Stream<DynamicTest> chaptersHaveTheSkeleton() throws IOException {
        return each(NotebookFiles.chapters(), notebook -> {
            var cells = NotebookCell.of(notebook);
            assertTrue(
                    TITLE.matcher(cells.get(0).lines().get(0)).matches(),
                    cells.get(0).lines().get(0));
            var number = notebook.getFileName().toString().substring(0, 2);
            assertTrue(cells.get(0).source().startsWith("# %d ·".formatted(Integer.parseInt(number))));
            assertTrue(cells.get(1).code() && cells.get(1).source().startsWith("var bench = Workbench.open();"));
            assertTrue(cells.get(cells.size() - 1).source().endsWith("bench.close();"));
            var headings = headings(cells);
            assertEquals(SKELETON, headings.stream().filter(SKELETON::contains).toList());
            assertEquals("Try it", headings.get(0));
            assertEquals("Exercises", headings.get(headings.size() - 1));
        });
    }

    @TestFactory
    Stream<DynamicTest> chaptersAreAsLongAsOneSitting() throws IOException {
        return each(NotebookFiles.chapters(), notebook -> {
            var count = NotebookCell.of(notebook).size();
            assertTrue(count >= FEWEST_CELLS && count <= MOST_CELLS, count + " cells");
        });
    }

    @TestFactory
    Stream<DynamicTest> cellsFitAPage() throws IOException {
        return each(all(), notebook -> {
            var cells = NotebookCell.of(notebook);
            for (var cell : cells) {
                assertTrue(!cell.code() || cell.lines().size() <= LONGEST_CELL, cell.source());
                for (var line : cell.lines()) {
                    // An address cannot be broken.
                    assertTrue(line.length() <= LONGEST_LINE || line.contains("]("), line.length() + ": " + line);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> filesAreOfTheFormatAndTheKernel() throws IOException {
        return each(all(), notebook -> {
            var file = Json.mapper().readTree(Files.readString(notebook));
            assertEquals(4, file.get("nbformat").asInt());
            assertEquals(5, file.get("nbformat_minor").asInt());
            assertEquals("doppel", file.at("/metadata/kernelspec/name").asText());
            assertFalse(file.get("metadata").has("widgets"), "widget state is for a running kernel only");
            assertTrue(Files.size(notebook) <= MOST_BYTES, Files.size(notebook) + " bytes");
            var ids = NotebookCell.of(notebook).stream()
                    .map(cell -> cell.json().get("id").asText())
                    .toList();
            assertEquals(ids.size(), ids.stream().distinct().count(), "cells share an id");
        });
    }

    @TestFactory
    Stream<DynamicTest> notebooksAreKeptExecutedInOrder() throws IOException {
        return each(all(), notebook -> {
            var counts = NotebookCell.of(notebook).stream()
                    .filter(NotebookCell::code)
                    .map(cell -> cell.json().get("execution_count").asInt())
                    .toList();
            assertEquals(
                    IntStream.rangeClosed(1, counts.size()).boxed().toList(),
                    counts,
                    "run it with environment/workbench");
        });
    }

    @TestFactory
    Stream<DynamicTest> outputsReadWithoutAKernel() throws IOException {
        return each(all(), notebook -> {
            for (var cell : NotebookCell.of(notebook)) {
                for (var output : outputs(cell)) {
                    assertFalse(output.get("output_type").asText().equals("error"), cell.source());
                    assertFalse(output.path("data").has(VIEW), cell.source());
                    var shown = !output.has("data") || output.get("data").has(Bundle.TEXT);
                    assertTrue(shown, "no text for " + cell.source());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> nothingTellsWhoseMachineItWas() throws IOException {
        return each(all(), notebook -> {
            for (var cell : NotebookCell.of(notebook)) {
                var found = MACHINE.matcher(cell.source() + texts(cell));
                assertFalse(found.find(), () -> found.group() + " in " + cell.source());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() throws IOException {
        return each(all(), notebook -> {
            for (var cell : NotebookCell.of(notebook)) {
                var links = LINK.matcher(cell.code() ? "" : cell.source());
                while (links.find()) {
                    var target = links.group(1);
                    assertTrue(target.startsWith("https://") || Files.exists(notebook.resolveSibling(target)), target);
                }
            }
        });
    }

    @Test
    void chaptersLinkToTheirNeighbors() throws IOException {
        var chapters = NotebookFiles.chapters();
        for (int i = 0; i < chapters.size(); i++) {
            var opening = NotebookCell.of(chapters.get(i)).get(0).source();
            var neighbors = new ArrayList<Path>();
            if (i > 0) {
                neighbors.add(chapters.get(i - 1));
            }
            if (i + 1 < chapters.size()) {
                neighbors.add(chapters.get(i + 1));
            }
            for (var neighbor : neighbors) {
                assertTrue(
                        opening.contains("(" + neighbor.getFileName() + ")"),
                        chapters.get(i).getFileName() + " does not link to " + neighbor.getFileName());
            }
        }
    }

    @Test
    void everyChapterHasItsSolutions() throws IOException {
        var chapters = NotebookFiles.chapters().stream().map(Path::getFileName).toList();
        assertEquals(
                chapters,
                NotebookFiles.solutions().stream().map(Path::getFileName).toList());
        for (var notebook : NotebookFiles.solutions()) {
            var cells = NotebookCell.of(notebook);
            assertTrue(cells.get(1).source().startsWith("var bench = Workbench.open();"), notebook.toString());
            assertTrue(cells.get(cells.size() - 1).source().endsWith("bench.close();"), notebook.toString());
        }
    }

    private static List<String> headings(List<NotebookCell> cells) {
        return cells.stream()
                .filter(cell -> !cell.code())
                .flatMap(cell -> cell.lines().stream())
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
    }

    private static Iterable<JsonNode> outputs(NotebookCell cell) {
        return cell.json().path("outputs");
    }

    /** All that a cell shows as text. */
    private static String texts(NotebookCell cell) {
        var texts = new StringBuilder();
        for (var output : outputs(cell)) {
            texts.append(output.path("text"));
            output.path("data").properties().stream()
                    .filter(form -> form.getKey().startsWith("text/"))
                    .forEach(form -> texts.append(form.getValue()));
        }
        return texts.toString();
    }

    private static List<Path> all() throws IOException {
        return Stream.concat(NotebookFiles.chapters().stream(), NotebookFiles.solutions().stream())
                .toList();
    }

    private static Stream<DynamicTest> each(List<Path> notebooks, Rule rule) {
        return notebooks.stream()
                .map(notebook ->
                        dynamicTest(NotebookFiles.FOLDER.relativize(notebook).toString(), () -> rule.hold(notebook)));
    }

    private interface Rule {
        void hold(Path notebook) throws IOException;
    }
}
